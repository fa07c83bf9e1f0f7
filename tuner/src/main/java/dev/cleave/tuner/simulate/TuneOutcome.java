package dev.cleave.tuner.simulate;

import dev.cleave.tuner.stats.Interval;

/**
 * How right a simulated tune was under one clock.
 *
 * @param tuned whether it recommends another plan than the default
 * @param regret the throughput that the recommended plan lacks to the best one, 0.02 for 2 %
 * @param trueGain throughput of the recommended plan over the default's
 * @param reportedGain what the tune says of it
 * @param twinDiffers whether the default was reported to differ from its twin
 * @param samples taken by the tune
 */
record TuneOutcome(
    boolean tuned,
    double regret,
    double trueGain,
    Interval reportedGain,
    boolean twinDiffers,
    int samples) {}

package dev.cleave.tuner.search;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.stats.Interval;

/**
 * What a tune says about one size class under one clock.
 *
 * @param plan the plan to use: the default one unless the verdict is TUNED
 * @param gain throughput of the plan over that of the default, from fresh pairs taken after the
 *     decision; exactly 1 where the default stays
 * @param samples samples of the sweep the decision rests on
 * @param why one sentence for people
 */
public record Recommendation(
    Verdict verdict, CopyPlan plan, Interval gain, int samples, String why) {}

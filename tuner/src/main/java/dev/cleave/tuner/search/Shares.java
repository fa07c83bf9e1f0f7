package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;

/**
 * How a tune's budget is divided. The sweep may use it up to what the confirmation needs at least,
 * and the confirmation up to what the look at the whole process and measuring the gain need; what
 * one doesn't use is the next one's.
 */
final class Shares {
  /** A mirrored round of the default and one plan. */
  private static final int SAMPLES_PER_ROUND = 4;

  static final int FEWEST_SAMPLES_BEHIND =
      (Confirmation.FEWEST_ROUNDS + ProcessCheck.ROUNDS + GainMeasurement.FEWEST_ROUNDS)
          * SAMPLES_PER_ROUND;

  private static final double BEHIND_THE_SWEEP = 0.45;
  private static final double BEHIND_THE_PROOF = 0.08;

  private Shares() {}

  /** For confirmation, the look at the whole process, and gain. */
  static Reserve behindTheSweep(Evaluator evaluator, Candidate baseline) {
    return share(evaluator, baseline, BEHIND_THE_SWEEP, FEWEST_SAMPLES_BEHIND);
  }

  /** For the look at the whole process, and the gain. */
  static Reserve behindTheProof(Evaluator evaluator, Candidate baseline) {
    int rounds = ProcessCheck.ROUNDS + GainMeasurement.FEWEST_ROUNDS;
    return share(evaluator, baseline, BEHIND_THE_PROOF, rounds * SAMPLES_PER_ROUND);
  }

  /** For the gain. */
  static Reserve behindTheCheck(Evaluator evaluator, Candidate baseline) {
    return SweepPlanner.reserveForSamples(
        evaluator, baseline, GainMeasurement.FEWEST_ROUNDS * SAMPLES_PER_ROUND);
  }

  private static Reserve share(
      Evaluator evaluator, Candidate baseline, double share, int fewestSamples) {
    Budget budget = evaluator.budget();
    Reserve least = SweepPlanner.reserveForSamples(evaluator, baseline, fewestSamples);
    boolean unlimited = budget.writeBytes() == Budget.UNLIMITED_BYTES;
    return new Reserve(
        Math.max(share * budget.seconds(), least.seconds()),
        unlimited ? 0 : Math.max((long) (share * budget.writeBytes()), least.writeBytes()));
  }
}

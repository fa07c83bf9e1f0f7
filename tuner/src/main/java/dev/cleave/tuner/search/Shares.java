package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import java.util.Collections;
import java.util.List;

/**
 * How a tune's budget is divided. The sweep may use it up to what the confirmation needs at least,
 * and the confirmation up to what the look at the whole process and measuring the gain need; what
 * one doesn't use is the next one's.
 */
final class Shares {
  /** A mirrored round of the default and one plan. */
  private static final int SAMPLES_PER_ROUND = 4;

  /** Less is no proof, or no gain; the look at the whole process is for those that have time. */
  static final int FEWEST_ROUNDS_BEHIND =
      Confirmation.FEWEST_ROUNDS + GainMeasurement.FEWEST_ROUNDS;

  static final int FEWEST_SAMPLES_BEHIND = FEWEST_ROUNDS_BEHIND * SAMPLES_PER_ROUND;

  private static final double BEHIND_THE_SWEEP = 0.45;
  private static final double BEHIND_THE_PROOF = 0.08;

  /** A look at the whole process that takes more of a budget isn't set aside for. */
  private static final double MOST_FOR_THE_PROCESS = 0.08;

  private Shares() {}

  /** For confirmation, the look at the whole process, and gain. */
  static Reserve behindTheSweep(Evaluator evaluator, Candidate baseline) {
    return share(evaluator, baseline, BEHIND_THE_SWEEP, FEWEST_ROUNDS_BEHIND);
  }

  /** For the look at the whole process, and the gain. */
  static Reserve behindTheProof(Evaluator evaluator, Candidate baseline) {
    double seconds = rounds(evaluator, baseline, ProcessCheck.ROUNDS).seconds();
    boolean hasTime = seconds <= MOST_FOR_THE_PROCESS * evaluator.budget().seconds();
    int rounds = GainMeasurement.FEWEST_ROUNDS + (hasTime ? ProcessCheck.ROUNDS : 0);
    return share(evaluator, baseline, BEHIND_THE_PROOF, rounds);
  }

  /** For the gain. */
  static Reserve behindTheCheck(Evaluator evaluator, Candidate baseline) {
    return rounds(evaluator, baseline, GainMeasurement.FEWEST_ROUNDS);
  }

  /**
   * So many mirrored rounds of the default and one plan. Each has a worker of its own, whose start
   * may take longer than its copies.
   */
  static Reserve rounds(Evaluator evaluator, Candidate baseline, int rounds) {
    List<Candidate> round = Collections.nCopies(SAMPLES_PER_ROUND, baseline);
    return new Reserve(
        rounds * evaluator.expectedSeconds(round),
        (long) rounds * SAMPLES_PER_ROUND * evaluator.bytesPerSample());
  }

  private static Reserve share(
      Evaluator evaluator, Candidate baseline, double share, int fewestRounds) {
    Budget budget = evaluator.budget();
    Reserve least = rounds(evaluator, baseline, fewestRounds);
    boolean unlimited = budget.writeBytes() == Budget.UNLIMITED_BYTES;
    return new Reserve(
        Math.max(share * budget.seconds(), least.seconds()),
        unlimited ? 0 : Math.max((long) (share * budget.writeBytes()), least.writeBytes()));
  }
}

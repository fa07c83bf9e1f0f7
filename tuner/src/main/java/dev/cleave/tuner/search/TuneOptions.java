package dev.cleave.tuner.search;

import dev.cleave.engine.SizeClass;

/**
 * What a tune of one size class is told.
 *
 * @param bytesPerSample what taking one sample writes: the copy, and the data that is copied
 * @param margin the loss that counts as none, 0.03 for 3 %
 * @param seed of the order within the rounds
 * @param fewestRounds of all candidates: where the budget allows fewer, candidates are left out
 */
public record TuneOptions(
    SizeClass sizeClass,
    long bytesPerSample,
    Budget budget,
    double margin,
    ErrorBudget errors,
    long seed,
    StrategyKind strategy,
    int fewestRounds) {
  public TuneOptions {
    if (bytesPerSample <= 0) {
      throw new IllegalArgumentException("a sample writes something, not " + bytesPerSample);
    }
    if (!(margin >= 0 && margin < 1)) {
      throw new IllegalArgumentException("the margin is a fraction from 0 to 1, not " + margin);
    }
  }
}

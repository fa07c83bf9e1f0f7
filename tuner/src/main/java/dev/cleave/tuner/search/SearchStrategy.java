package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import java.io.IOException;
import java.util.List;

/**
 * Decides which candidates are measured how often. Not which one wins: {@link Nomination} does,
 * from the samples, by one rule for all strategies.
 */
public interface SearchStrategy {
  /**
   * Takes rounds until no further one fits or none is needed. The baseline and its twin are part of
   * each, so that every other candidate has its pairs.
   *
   * @param candidates the baseline and its twin first
   */
  void search(List<Candidate> candidates, Sweep sweep) throws IOException;

  /**
   * What it takes until the candidates that matter have so many rounds, in rounds of all of them.
   */
  default double roundsOfAll(int rounds) {
    return rounds;
  }
}

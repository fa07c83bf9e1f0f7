package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import java.io.IOException;
import java.util.List;

/**
 * Decides which candidates are measured how often. Not which one wins: a {@link Nomination} says,
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
}

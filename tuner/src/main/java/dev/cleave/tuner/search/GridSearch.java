package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import java.io.IOException;
import java.util.List;

/** Every candidate in every round, to the end: the oracle that other strategies are held to. */
final class GridSearch implements SearchStrategy {
  @Override
  public void search(List<Candidate> candidates, Sweep sweep) throws IOException {
    boolean taken = true;
    while (taken) {
      taken = sweep.round(candidates);
    }
  }
}

package dev.cleave.tuner.measure;

import dev.cleave.engine.SizeClass;
import java.util.List;

/**
 * One sample of every candidate, in the order in which they are to be taken.
 *
 * @param number from 1 on, unique in a run
 */
public record Round(int number, Phase phase, SizeClass sizeClass, List<Candidate> order) {
  public Round {
    order = List.copyOf(order);
  }
}

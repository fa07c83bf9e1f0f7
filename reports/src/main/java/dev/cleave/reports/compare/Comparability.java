package dev.cleave.reports.compare;

import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.TuneRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which sweeps of two runs measured the same thing: the same kind of stack under source and
 * destination, the same size class, cache state and data. Host, kernel and version may differ; that
 * is what runs are compared for.
 *
 * @param pairs sweeps of the first run with those of the other
 * @param leftOut sweeps that can't be compared, each with the reason
 */
record Comparability(List<Pair> pairs, List<String> leftOut) {
  Comparability {
    pairs = List.copyOf(pairs);
    leftOut = List.copyOf(leftOut);
  }

  /** The same sweep in two runs. */
  record Pair(ClassSweep before, ClassSweep after) {}

  /**
   * What can be compared.
   *
   * @throws IncomparableRunsException if nothing can
   */
  static Comparability of(TuneRun first, TuneRun other) throws IncomparableRunsException {
    String runs = "cannot compare " + other.id() + " with " + first.id() + ": ";
    String source = first.source().identity();
    String destination = first.destination().identity();
    if (!source.equals(other.source().identity())) {
      throw new IncomparableRunsException(
          runs + "they read from " + other.source().identity() + " and " + source);
    }
    if (!destination.equals(other.destination().identity())) {
      throw new IncomparableRunsException(
          runs + "they write to " + other.destination().identity() + " and " + destination);
    }
    Comparability found = of(first.sweeps(), other.sweeps());
    if (found.pairs().isEmpty()) {
      throw new IncomparableRunsException(runs + String.join("; ", found.leftOut()));
    }
    return found;
  }

  private static Comparability of(List<ClassSweep> first, List<ClassSweep> others) {
    List<Pair> pairs = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (ClassSweep before : first) {
      Optional<ClassSweep> after = others.stream().filter(it -> isSamePart(before, it)).findFirst();
      if (after.isEmpty()) {
        leftOut.add(name(before) + " were measured in the first only");
      } else if (!after.get().data().equals(before.data())) {
        leftOut.add(
            "%s: one copied %s, the other %s; tune with the same --file-size"
                .formatted(name(before), after.get().data(), before.data()));
      } else {
        pairs.add(new Pair(before, after.get()));
      }
    }
    others.stream()
        .filter(after -> first.stream().noneMatch(before -> isSamePart(before, after)))
        .forEach(after -> leftOut.add(name(after) + " were measured in the other only"));
    return new Comparability(pairs, leftOut.isEmpty() ? none(pairs) : leftOut);
  }

  private static List<String> none(List<Pair> pairs) {
    return pairs.isEmpty() ? List.of("nothing was measured") : List.of();
  }

  private static boolean isSamePart(ClassSweep one, ClassSweep other) {
    return one.sizeClass() == other.sizeClass() && one.cacheState() == other.cacheState();
  }

  private static String name(ClassSweep sweep) {
    return Sentences.part(sweep.sizeClass(), sweep.cacheState());
  }
}

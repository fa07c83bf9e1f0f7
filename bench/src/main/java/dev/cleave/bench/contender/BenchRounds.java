package dev.cleave.bench.contender;

import dev.cleave.tuner.contender.BenchSample;
import dev.cleave.tuner.contender.Missing;
import dev.cleave.tuner.contender.RooflineSample;
import dev.cleave.tuner.measure.Journal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * Takes one sample of everybody and of the roofline, in shuffled order, round after round, until
 * the budget is used up. Who fails is out.
 */
final class BenchRounds {
  /** A copy may take longer than the longest one so far. */
  private static final double LONGER = 1.1;

  private static final double NANOS = 1e9;
  private static final String ROOFLINE = "roofline";

  private final List<Entrant> all;
  private final List<Entrant> entrants;
  private final BenchMeasurer measurer;
  private final BenchBudget budget;
  private final BenchListener listener;
  private final Journal journal;
  private final Random random;
  private final Map<String, Double> longest = new HashMap<>();
  private final List<BenchSample> samples = new ArrayList<>();
  private final List<RooflineSample> roofline = new ArrayList<>();
  private final List<Missing> failed = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private String rooflineBy = "not measured";
  private boolean hasRoofline = true;
  private long fileBytes;

  BenchRounds(
      List<Entrant> entrants,
      BenchMeasurer measurer,
      BenchBudget budget,
      BenchListener listener,
      Journal journal,
      long seed) {
    this.all = List.copyOf(entrants);
    this.entrants = new ArrayList<>(entrants);
    this.measurer = measurer;
    this.budget = budget;
    this.listener = listener;
    this.journal = journal;
    this.random = new Random(seed);
  }

  /**
   * @param clock seconds since the command began
   * @param copySeconds what a copy of the engine took
   * @throws IOException if nobody is left
   */
  void take(DoubleSupplier clock, long bytes, double copySeconds) throws IOException {
    fileBytes = bytes;
    entrants.forEach(entrant -> longest.put(entrant.name(), copySeconds));
    longest.put(ROOFLINE, BenchBudget.ROOFLINE_PASSES * copySeconds);
    listener.field(entrants.stream().map(Entrant::contender).toList(), failed);
    prepareRoofline();
    int round = 1;
    while (round <= budget.mostRounds() && take(round, clock)) {
      round++;
    }
    if (round <= budget.fewestRounds()) {
      warnings.add(
          "only "
              + (round - 1)
              + " whole rounds fitted into the budget: too few for intervals; a longer --budget or"
              + " a smaller --size gives more");
    }
  }

  private void prepareRoofline() throws IOException {
    try {
      BenchMeasurer.RooflineMethod method = measurer.prepareRoofline();
      rooflineBy = method.by();
      budget.wrote(method.bytesWritten());
    } catch (IOException e) {
      throwIfEnding(e);
      hasRoofline = false;
      warnings.add("no roofline: " + e.getMessage());
    }
  }

  /** Whether the whole round was taken. */
  private boolean take(int round, DoubleSupplier clock) throws IOException {
    listener.roundStarted(round, budget.secondsLeft());
    List<Optional<Entrant>> order = new ArrayList<>(entrants.stream().map(Optional::of).toList());
    if (hasRoofline) {
      order.add(Optional.empty());
    }
    Collections.shuffle(order, random);
    for (int position = 0; position < order.size(); position++) {
      Optional<Entrant> entrant = order.get(position);
      String name = entrant.map(Entrant::name).orElse(ROOFLINE);
      long bytes = entrant.isEmpty() ? 2 * fileBytes : fileBytes;
      if (!budget.allows(LONGER * longest.getOrDefault(name, 0.0), bytes)) {
        return false;
      }
      requireNotEnding();
      long start = System.nanoTime();
      if (entrant.isEmpty()) {
        takeRoofline(round);
      } else {
        take(entrant.get(), round, position, clock);
      }
      budget.wrote(bytes);
      double seconds = (System.nanoTime() - start) / NANOS;
      longest.merge(name, seconds, round == 1 ? (_, first) -> first : Math::max);
    }
    return true;
  }

  private void take(Entrant entrant, int round, int position, DoubleSupplier clock)
      throws IOException {
    try {
      BenchSample sample = measurer.copy(entrant, round, position, clock.getAsDouble());
      journal.appendLine(sample);
      samples.add(sample);
      listener.sampleTaken(sample, budget.secondsLeft());
    } catch (ContenderFailedException e) {
      throwIfEnding(e);
      entrants.remove(entrant);
      failed.add(new Missing(entrant.name(), "failed in round " + round + ": " + e.getMessage()));
      if (entrants.isEmpty()) {
        throw e;
      }
    }
  }

  /** On Ctrl-C whatever runs is killed: the next one must not be started. */
  private void throwIfEnding(IOException e) throws IOException {
    if (listener.isEnding()) {
      throw e;
    }
  }

  /** What was killed may look like a contender that failed, if we see it before we hear why. */
  private void requireNotEnding() throws IOException {
    if (listener.isEnding()) {
      throw new InterruptedIOException("interrupted");
    }
  }

  private void takeRoofline(int round) throws IOException {
    try {
      roofline.add(measurer.roofline(round));
    } catch (IOException e) {
      throwIfEnding(e);
      hasRoofline = false;
      warnings.add("the roofline failed in round " + round + ": " + e.getMessage());
    }
  }

  /** Those of which there is a sample. */
  List<Entrant> entrants() {
    return all.stream()
        .filter(it -> samples.stream().anyMatch(sample -> sample.contender().equals(it.name())))
        .toList();
  }

  List<Missing> failed() {
    return failed;
  }

  List<BenchSample> samples() {
    return samples;
  }

  String rooflineBy() {
    return rooflineBy;
  }

  List<RooflineSample> roofline() {
    return roofline;
  }

  List<String> warnings() {
    return warnings;
  }
}

package dev.cleave.tuner.search;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.measure.SampleLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The only door to the device: takes rounds of samples while the budget lasts, and journals, counts
 * and keeps each sample.
 *
 * <p>A round that is likely to overrun the budget isn't started; one that was started is finished,
 * as a round cut short pairs nothing. For use by one thread.
 */
public final class Evaluator {
  private final Measurer measurer;
  private final SampleLog journal;
  private final Budget budget;
  private final SizeClass sizeClass;
  private final long bytesPerSample;
  private final Random random;
  private final TuneListener listener;
  private final SampleTimes times = new SampleTimes();
  private final List<Sample> samples = new ArrayList<>();
  private int rounds;

  /**
   * An evaluator for one tune.
   *
   * @param bytesPerSample what taking one sample writes: the copy, and the data that is copied
   * @param seed of the order within the rounds
   */
  public Evaluator(
      Measurer measurer,
      SampleLog journal,
      Budget budget,
      SizeClass sizeClass,
      long bytesPerSample,
      long seed,
      TuneListener listener) {
    this.measurer = measurer;
    this.journal = journal;
    this.budget = budget;
    this.sizeClass = sizeClass;
    this.bytesPerSample = bytesPerSample;
    this.random = new Random(seed);
    this.listener = listener;
  }

  /**
   * Takes one round in shuffled order, unless the budget less {@code reserve} is too small for it.
   *
   * @return whether it was taken
   * @throws IOException if the device can't be measured or the journal not be written; the samples
   *     taken before stay in the journal
   */
  boolean takeRound(Phase phase, List<Candidate> candidates, Reserve reserve) throws IOException {
    return take(phase, shuffled(candidates), reserve);
  }

  /**
   * Takes one round in shuffled order and back, as ABBA: a steady drift is the same to every
   * candidate. Else as {@link #takeRound}.
   */
  boolean takeMirroredRound(Phase phase, List<Candidate> candidates, Reserve reserve)
      throws IOException {
    List<Candidate> order = shuffled(candidates);
    order.addAll(order.reversed());
    return take(phase, order, reserve);
  }

  /** How many more rounds the budget less {@code reserve} is likely to allow. */
  int roundsLeft(List<Candidate> candidates, Reserve reserve) {
    double seconds = budget.secondsLeft() - reserve.seconds();
    double rounds =
        Math.min(
            seconds / times.expectedSeconds(candidates),
            (double) writeBytesLeft(reserve) / bytesPerSample / candidates.size());
    return (int) Math.max(0, rounds);
  }

  /** Likely seconds of one sample of each candidate; 0 before the first sample of all. */
  double expectedSeconds(List<Candidate> candidates) {
    return times.expectedSeconds(candidates);
  }

  /** The samples taken for {@code phase} so far, valid or not. */
  List<Sample> samples(Phase phase) {
    return samples.stream().filter(sample -> sample.phase() == phase).toList();
  }

  /** All samples taken so far, in their order. */
  List<Sample> samples() {
    return List.copyOf(samples);
  }

  long bytesWritten() {
    return samples.size() * bytesPerSample;
  }

  long bytesPerSample() {
    return bytesPerSample;
  }

  Budget budget() {
    return budget;
  }

  private List<Candidate> shuffled(List<Candidate> candidates) {
    List<Candidate> order = new ArrayList<>(candidates);
    Collections.shuffle(order, random);
    return order;
  }

  private boolean take(Phase phase, List<Candidate> order, Reserve reserve) throws IOException {
    double secondsLeft = budget.secondsLeft() - reserve.seconds();
    boolean fits =
        secondsLeft > 0
            && times.expectedSeconds(order) <= secondsLeft
            && order.size() * bytesPerSample <= writeBytesLeft(reserve);
    if (fits) {
      measure(new Round(++rounds, phase, sizeClass, order));
    }
    return fits;
  }

  private void measure(Round round) throws IOException {
    listener.roundStarted(round, budget.secondsLeft());
    RoundClock clock = new RoundClock();
    try {
      measurer.measure(round, sample -> keep(sample, clock));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    times.closingTook(clock.lap());
  }

  private void keep(Sample sample, RoundClock clock) {
    try {
      journal.append(sample);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    samples.add(sample);
    if (clock.isFirstLap()) {
      times.firstSampleTook(clock.lap());
    } else {
      times.sampleTook(sample.candidate(), clock.lap());
    }
    listener.sampleTaken(sample, budget.secondsLeft());
  }

  private long writeBytesLeft(Reserve reserve) {
    return budget.writeBytes() - bytesWritten() - reserve.writeBytes();
  }

  /** Says how long each part of a round took. */
  private final class RoundClock {
    private double lapStartSeconds = budget.elapsedSeconds();
    private int laps;

    boolean isFirstLap() {
      return laps == 0;
    }

    double lap() {
      laps++;
      double now = budget.elapsedSeconds();
      double seconds = now - lapStartSeconds;
      lapStartSeconds = now;
      return seconds;
    }
  }
}

package dev.cleave.bench.tune;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Journal;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.measure.SampleLog;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes the samples of a part of a tune, and gives back those that were taken before it was cut
 * off: as the same seed asks for the same rounds, the tuner comes to where it was without a copy.
 * Then the default is measured a few times, to see whether the device is still what it was, and the
 * rest is measured.
 *
 * <p>Where the tuner asks for something else than was recorded, as it may when a decision was a
 * matter of milliseconds, the rest of the record is of no use and measured anew.
 */
final class Recording implements Measurer, SampleLog {
  private static final int ANCHOR_SAMPLES = 4;

  private final Deque<Sample> recorded;
  private final List<Sample> givenBack = new ArrayList<>();
  private final Measurer device;
  private final Journal journal;
  private final RunClock clock;
  private final int before;
  private boolean givingBack;

  /**
   * @param recorded of this part
   * @param before how many samples of earlier parts the journal has
   * @param device what else is measured with
   * @param clock stands as long as samples are given back
   */
  Recording(List<Sample> recorded, int before, Measurer device, Journal journal, RunClock clock) {
    this.recorded = new ArrayDeque<>(recorded);
    this.device = device;
    this.journal = journal;
    this.clock = clock;
    this.before = before;
    this.givingBack = !recorded.isEmpty();
  }

  @Override
  public void measure(Round round, Consumer<Sample> sampleTaken) throws IOException {
    int given = giveBack(round, sampleTaken);
    if (given < round.order().size()) {
      goLive(round.order());
      device.measure(
          new Round(
              round.number(),
              round.phase(),
              round.sizeClass(),
              round.order().subList(given, round.order().size())),
          sample -> sampleTaken.accept(placed(sample, given)));
    }
  }

  private Sample placed(Sample sample, int offset) {
    return sample.at(sample.position() + offset, clock.seconds());
  }

  /** Journals what is new. */
  @Override
  public void append(Sample sample) throws IOException {
    if (!givingBack) {
      journal.append(sample);
    }
  }

  private int giveBack(Round round, Consumer<Sample> sampleTaken) {
    int position = 0;
    while (position < round.order().size()
        && !recorded.isEmpty()
        && isPartOf(round, position, recorded.peek())) {
      Sample sample = recorded.remove();
      clock.standAt(sample.atSeconds());
      givenBack.add(sample);
      sampleTaken.accept(sample);
      position++;
    }
    return position;
  }

  private static boolean isPartOf(Round round, int position, Sample sample) {
    return sample.round() == round.number()
        && sample.phase() == round.phase()
        && sample.position() == position
        && sample.candidate().equals(round.order().get(position).name());
  }

  private void goLive(List<Candidate> order) throws IOException {
    if (!givingBack) {
      return;
    }
    givingBack = false;
    clock.run();
    if (!recorded.isEmpty()) {
      journal.keepFirst(before + givenBack.size());
      recorded.clear();
    }
    if (!givenBack.isEmpty()) {
      requireTheSameDevice(order);
    }
  }

  /** Every round has the default in it. */
  private void requireTheSameDevice(List<Candidate> order) throws IOException {
    Candidate baseline =
        order.stream()
            .filter(candidate -> candidate.name().equals(Candidate.BASELINE))
            .findFirst()
            .orElseThrow();
    Round round =
        new Round(
            0,
            Phase.PREFLIGHT,
            givenBack.getLast().sizeClass(),
            Collections.nCopies(ANCHOR_SAMPLES, baseline));
    List<Sample> anchors = new ArrayList<>();
    device.measure(round, anchors::add);
    Anchor.require(givenBack, anchors);
  }
}

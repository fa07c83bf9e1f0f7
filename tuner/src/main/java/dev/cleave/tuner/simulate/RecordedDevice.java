package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A device as a real sweep recorded it. Its truth is what the recorded samples of each plan come to
 * (the geometric mean of their times); a sample drawn from it is that truth times the deviation of
 * some recorded sample of any plan, of both clocks together. So the noise is the real one, without
 * its order.
 */
final class RecordedDevice implements KnownDevice {
  /** Until a worker is there and has warmed up. */
  private static final double OPENING_SECONDS = 0.7;

  /** Eviction, verification and removal, beside a copy's own time. */
  private static final double SURROUNDINGS = 0.4;

  private final Map<CopyPlan, List<Sample>> samplesByPlan = new HashMap<>();
  private final List<Sample> all;
  private final VirtualClock clock;
  private final Random random;

  /**
   * @param samples valid ones, of one size class and cache state
   */
  RecordedDevice(Collection<Sample> samples, VirtualClock clock, Random random) {
    this.all = List.copyOf(samples);
    this.clock = clock;
    this.random = random;
    for (Sample sample : all) {
      samplesByPlan.merge(sample.asked(), List.of(sample), RecordedDevice::joined);
    }
  }

  private static List<Sample> joined(List<Sample> some, List<Sample> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  @Override
  public void measure(Round round, Consumer<Sample> sampleTaken) {
    clock.advance(OPENING_SECONDS);
    List<Candidate> order = round.order();
    for (int position = 0; position < order.size(); position++) {
      Sample sample = sample(round, position, order.get(position));
      clock.advance(sample.durableSeconds() + SURROUNDINGS * sample.commandSeconds());
      sampleTaken.accept(sample);
    }
  }

  @Override
  public double seconds(CopyPlan plan, Clock until) {
    return Math.exp(
        samplesByPlan.getOrDefault(plan, List.of()).stream()
            .mapToDouble(sample -> Math.log(sample.seconds(until)))
            .average()
            .orElseThrow());
  }

  private Sample sample(Round round, int position, Candidate candidate) {
    CopyPlan plan = candidate.plan();
    Sample like = all.get(random.nextInt(all.size()));
    double command = drawn(plan, like, Clock.COMMAND);
    double durable = Math.max(command, drawn(plan, like, Clock.DURABLE));
    return new Sample(
        round.number(),
        position,
        round.phase(),
        candidate.name(),
        round.sizeClass(),
        plan,
        plan,
        like.bytes(),
        command,
        durable,
        like.evidence(),
        List.of(),
        List.of());
  }

  private double drawn(CopyPlan plan, Sample like, Clock until) {
    return seconds(plan, until) * like.seconds(until) / seconds(like.asked(), until);
  }
}

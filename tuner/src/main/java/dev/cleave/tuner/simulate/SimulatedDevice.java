package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Evidence;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** A device whose truth is a {@link Surface}; copies of it take virtual time. For one tune. */
public final class SimulatedDevice implements KnownDevice {
  /** Until a worker is there and has warmed up. */
  static final double OPENING_SECONDS = 0.7;

  /** Eviction, verification and removal, beside a copy's own time. */
  static final double SURROUNDINGS = 0.4;

  private static final double CPU_SHARE = 0.1;

  private final Surface surface;
  private final Disturbance disturbance;
  private final Pace pace;
  private final VirtualClock clock;
  private final Random random;
  private final long startNanos;
  private final long bytes;
  private long copies;

  /**
   * @param random draws all its noise
   * @param bytes of each copy
   */
  public SimulatedDevice(
      Surface surface,
      Disturbance disturbance,
      Pace pace,
      VirtualClock clock,
      Random random,
      long bytes) {
    this.surface = surface;
    this.disturbance = disturbance;
    this.pace = pace;
    this.clock = clock;
    this.random = random;
    this.startNanos = clock.getAsLong();
    this.bytes = bytes;
  }

  @Override
  public void measure(Round round, Consumer<Sample> sampleTaken) {
    clock.advance(OPENING_SECONDS);
    double block = disturbance.block(random);
    List<Candidate> order = round.order();
    for (int position = 0; position < order.size(); position++) {
      Sample sample = sample(round, position, order.get(position), block);
      copies++;
      clock.advance(sample.durableSeconds() + SURROUNDINGS * sample.commandSeconds());
      sampleTaken.accept(sample);
    }
  }

  @Override
  public double seconds(CopyPlan plan, Clock until) {
    double command = commandSeconds(plan);
    return until == Clock.COMMAND ? command : command + flushSeconds(plan);
  }

  private double commandSeconds(CopyPlan plan) {
    return pace.defaultSeconds()
        * surface.speed(CopyPlan.SEQUENTIAL, DeviceState.FRESH)
        / surface.speed(plan, state());
  }

  private DeviceState state() {
    return new DeviceState(elapsedSeconds(), copies);
  }

  /** What a copy leaves to be written behind it. */
  private double flushSeconds(CopyPlan plan) {
    return pace.defaultSeconds() * pace.flushShare() * surface.flush(plan, state());
  }

  private double elapsedSeconds() {
    return (clock.getAsLong() - startNanos) / 1e9;
  }

  private Sample sample(Round round, int position, Candidate candidate, double block) {
    CopyPlan plan = candidate.plan();
    double factor = block * disturbance.copy(random, elapsedSeconds());
    double command = commandSeconds(plan) * factor;
    double durable = command + flushSeconds(plan) * factor;
    return new Sample(
        round.number(),
        position,
        round.phase(),
        candidate.name(),
        round.sizeClass(),
        plan,
        plan,
        bytes,
        command,
        durable,
        new Evidence(CacheState.COLD, 0L, bytes, CPU_SHARE * command, true),
        List.of(),
        List.of());
  }
}

package dev.cleave.tuner.measure;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.simulate.VirtualClock;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * A device with a known throughput surface, lognormal noise, drift and a virtual clock: thousands
 * of copies take no time.
 */
public final class SimulatedMeasurer implements Measurer {
  /** Off the clock of the copy, but on the wall's: data, eviction, verification. */
  private static final double SETUP_SHARE = 0.5;

  private final Settings settings;
  private final ToDoubleFunction<CopyPlan> secondsOfPlan;
  private final VirtualClock clock;
  private final Random random;
  private double slowdown = 1;

  /**
   * What disturbs the device.
   *
   * @param bytes copied by a sample
   * @param noise standard deviation of the logarithm of one copy's time
   * @param driftPerRound how much slower the device gets in a round, 0.02 for 2 %
   * @param invalid what is wrong with every sample; empty for a sound device
   */
  public record Settings(
      long bytes, double noise, double driftPerRound, long seed, List<String> invalid) {}

  /** A device on which a copy by a plan takes so long, until its data is durable. */
  public SimulatedMeasurer(
      Settings settings, ToDoubleFunction<CopyPlan> secondsOfPlan, VirtualClock clock) {
    this.settings = settings;
    this.secondsOfPlan = secondsOfPlan;
    this.clock = clock;
    this.random = new Random(settings.seed());
  }

  @Override
  public void measure(Round round, Consumer<Sample> sampleTaken) {
    List<Candidate> order = round.order();
    for (int position = 0; position < order.size(); position++) {
      Sample sample = sample(round, position, order.get(position));
      clock.advance(sample.durableSeconds() * (1 + SETUP_SHARE));
      slowdown *= 1 + settings.driftPerRound() / order.size();
      sampleTaken.accept(sample);
    }
  }

  private Sample sample(Round round, int position, Candidate candidate) {
    double durable =
        secondsOfPlan.applyAsDouble(candidate.plan())
            * slowdown
            * Math.exp(settings.noise() * random.nextGaussian());
    double command = durable * 0.9 * Math.exp(-0.2 * settings.noise() * random.nextDouble());
    return new Sample(
        round.number(),
        position,
        round.phase(),
        candidate.name(),
        round.sizeClass(),
        candidate.plan(),
        candidate.plan(),
        settings.bytes(),
        command,
        durable,
        new Evidence(CacheState.COLD, 0L, settings.bytes(), 0.1 * durable, true),
        List.of(),
        settings.invalid());
  }
}

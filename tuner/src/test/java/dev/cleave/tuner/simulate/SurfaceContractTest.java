package dev.cleave.tuner.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every kind of simulated device. */
class SurfaceContractTest {
  private static final long SEED = 5;

  @ParameterizedTest
  @EnumSource
  void everyPlanHasASpeedAndTheSameDrawGivesTheSame(SurfaceKind kind) {
    for (long seed = 0; seed < 20; seed++) {
      Surface surface = kind.draw(new Random(seed));
      Surface again = kind.draw(new Random(seed));
      for (Candidate candidate : SimulatedTune.space().candidates()) {
        double speed = surface.speed(candidate.plan(), DeviceState.FRESH);
        assertThat(speed).as("%s, seed %d", candidate, seed).isPositive().isFinite();
        assertThat(again.speed(candidate.plan(), DeviceState.FRESH)).isEqualTo(speed);
        assertThat(surface.flush(candidate.plan(), DeviceState.FRESH)).isNotNegative().isFinite();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aQuietDeviceShowsItsTruth(SurfaceKind kind) {
    VirtualClock clock = new VirtualClock();
    SimulatedDevice device = device(kind, 1e-9, clock);
    Candidate candidate = new Candidate("candidate", CopyPlan.SEED);

    for (Sample sample : samples(device, candidate, 1)) {
      for (Clock until : Clock.values()) {
        double truth = device(kind, 1e-9, new VirtualClock()).seconds(CopyPlan.SEED, until);
        // The device drifts a little until the worker is there.
        assertThat(sample.seconds(until) / truth).isCloseTo(1, within(0.01));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void samplesAreAsAskedAndTheClockGoesOn(SurfaceKind kind) {
    VirtualClock clock = new VirtualClock();
    SimulatedDevice device = device(kind, 0.1, clock);
    long before = clock.getAsLong();

    List<Sample> samples = samples(device, new Candidate("candidate", CopyPlan.SEED), 3);

    assertThat(samples).hasSize(3).allMatch(Sample::isValid);
    assertThat(samples).extracting(Sample::position).containsExactly(0, 1, 2);
    double copies = samples.stream().mapToDouble(Sample::durableSeconds).sum();
    assertThat((clock.getAsLong() - before) / 1e9).isGreaterThan(copies);
  }

  private static SimulatedDevice device(SurfaceKind kind, double noise, VirtualClock clock) {
    Random random = new Random(SEED);
    return new SimulatedDevice(
        kind.draw(random), Disturbance.draw(noise, random), clock, random, 256 * ByteSize.MIB);
  }

  private static List<Sample> samples(SimulatedDevice device, Candidate candidate, int count) {
    List<Sample> samples = new ArrayList<>();
    device.measure(
        new Round(1, Phase.SWEEP, SizeClass.LARGE, Collections.nCopies(count, candidate)),
        samples::add);
    return samples;
  }
}

package dev.cleave.tuner.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every simulated surface owes. */
class SurfaceContractTest {
  private static final int DRAWS = 50;
  private static final long BYTES = 1 << 28;
  private static final Pace PACE = new Pace(0.5, 0.3);
  private static final List<Candidate> CANDIDATES = SimulatedTune.space().candidates();

  @ParameterizedTest
  @EnumSource
  void everyPlanHasASpeedAtAnyTime(SurfaceKind kind) {
    for (long seed = 0; seed < DRAWS; seed++) {
      Surface surface = kind.draw(new Random(seed));
      for (Candidate candidate : CANDIDATES) {
        for (DeviceState state : List.of(DeviceState.FRESH, new DeviceState(600, 1000))) {
          assertThat(surface.speed(candidate.plan(), state)).isPositive().isFinite();
          assertThat(surface.flush(candidate.plan(), state)).isNotNegative().isFinite();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void isPure(SurfaceKind kind) {
    Surface surface = kind.draw(new Random(1));
    DeviceState state = new DeviceState(33, 44);

    for (Candidate candidate : CANDIDATES) {
      double speed = surface.speed(candidate.plan(), state);
      surface.speed(candidate.plan(), new DeviceState(600, 1000));
      assertThat(surface.speed(candidate.plan(), state)).isEqualTo(speed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedDrawsTheSameDevice(SurfaceKind kind) {
    Surface surface = kind.draw(new Random(7));
    Surface again = kind.draw(new Random(7));

    for (Candidate candidate : CANDIDATES) {
      assertThat(again.speed(candidate.plan(), DeviceState.FRESH))
          .isEqualTo(surface.speed(candidate.plan(), DeviceState.FRESH));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "FLAT", mode = EnumSource.Mode.EXCLUDE)
  void anotherSeedDrawsAnotherDevice(SurfaceKind kind) {
    assertThat(ratios(kind, 1)).isNotEqualTo(ratios(kind, 2));
  }

  @ParameterizedTest
  @EnumSource
  void withoutNoiseACopyTakesWhatTheSpeedAndTheFlushSay(SurfaceKind kind) {
    for (long seed = 0; seed < DRAWS; seed++) {
      Surface surface = kind.draw(new Random(seed));
      VirtualClock clock = new VirtualClock();
      long start = clock.getAsLong();
      SimulatedDevice device = device(surface, clock);
      double ofDefault = surface.speed(CopyPlan.SEQUENTIAL, DeviceState.FRESH);
      for (int copies = 0; copies < CANDIDATES.size(); copies++) {
        CopyPlan plan = CANDIDATES.get(copies).plan();
        double began = (clock.getAsLong() - start) / 1e9 + SimulatedDevice.OPENING_SECONDS;
        DeviceState state = new DeviceState(began, copies);

        Sample sample = copy(device, CANDIDATES.get(copies));

        double command = PACE.defaultSeconds() * ofDefault / surface.speed(plan, state);
        double flush = PACE.defaultSeconds() * PACE.flushShare() * surface.flush(plan, state);
        assertThat(sample.commandSeconds()).isCloseTo(command, within(1e-6 * command));
        assertThat(sample.durableSeconds()).isCloseTo(command + flush, within(1e-6 * command));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theOptimumIsTheFastestByTheSurface(SurfaceKind kind) {
    for (long seed = 0; seed < DRAWS; seed++) {
      Surface surface = kind.draw(new Random(seed));
      SimulatedDevice device = device(surface, new VirtualClock());

      CopyPlan best =
          CANDIDATES.stream()
              .map(Candidate::plan)
              .min(Comparator.comparingDouble(plan -> device.seconds(plan, Clock.COMMAND)))
              .orElseThrow();

      assertThat(CANDIDATES)
          .allMatch(
              it ->
                  surface.speed(it.plan(), DeviceState.FRESH)
                      <= surface.speed(best, DeviceState.FRESH) * (1 + 1e-9));
    }
  }

  private static Sample copy(SimulatedDevice device, Candidate candidate) {
    List<Sample> taken = new ArrayList<>();
    device.measure(new Round(1, Phase.SWEEP, SizeClass.LARGE, List.of(candidate)), taken::add);
    return taken.getFirst();
  }

  private static SimulatedDevice device(Surface surface, VirtualClock clock) {
    return new SimulatedDevice(
        surface, new Disturbance(0, 0, 0), PACE, clock, new Random(1), BYTES);
  }

  private static List<Double> ratios(SurfaceKind kind, long seed) {
    Surface surface = kind.draw(new Random(seed));
    double ofDefault = surface.speed(CopyPlan.SEQUENTIAL, DeviceState.FRESH);
    return CANDIDATES.stream()
        .map(it -> surface.speed(it.plan(), DeviceState.FRESH) / ofDefault)
        .toList();
  }
}

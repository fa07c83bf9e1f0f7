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
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimulatedDeviceTest {
  private static final Candidate A = new Candidate("a", CopyPlan.SEQUENTIAL);
  private static final Candidate B = new Candidate("b", CopyPlan.SEED);
  private static final Round ROUND = new Round(7, Phase.CONFIRM, SizeClass.LARGE, List.of(B, A, B));
  private static final Surface TWICE_AS_FAST = (plan, state) -> plan.equals(CopyPlan.SEED) ? 2 : 1;

  private final VirtualClock clock = new VirtualClock();

  @Test
  void takesOneSampleOfEachInTheRoundsOrder() {
    List<Sample> samples = measure(device(TWICE_AS_FAST, 0.05, 1));

    assertThat(samples).extracting(Sample::candidate).containsExactly("b", "a", "b");
    assertThat(samples).extracting(Sample::position).containsExactly(0, 1, 2);
    assertThat(samples).allMatch(it -> it.round() == 7 && it.phase() == Phase.CONFIRM);
    assertThat(samples).allMatch(Sample::isValid);
    assertThat(samples.getFirst().used()).isEqualTo(CopyPlan.SEED);
  }

  @Test
  void takesTheTimeOfItsCopiesAndWhatSurroundsThem() {
    long start = clock.getAsLong();

    List<Sample> samples = measure(device(TWICE_AS_FAST, 0.1, 2));

    double expected = SimulatedDevice.OPENING_SECONDS;
    for (Sample sample : samples) {
      expected += sample.durableSeconds() + SimulatedDevice.SURROUNDINGS * sample.commandSeconds();
    }
    assertThat((clock.getAsLong() - start) / 1e9).isCloseTo(expected, within(1e-6));
  }

  @Test
  void handsOverEachSampleWhenTheClockHasPassedIt() {
    List<Long> nanos = new ArrayList<>();

    device(TWICE_AS_FAST, 0, 3).measure(ROUND, sample -> nanos.add(clock.getAsLong()));

    assertThat(nanos).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void remembersItsCopiesAndTheTime() {
    List<DeviceState> states = new ArrayList<>();
    SimulatedDevice device =
        device(
            (plan, state) -> {
              states.add(state);
              return 1;
            },
            0,
            4);

    measure(device);
    device.seconds(CopyPlan.SEQUENTIAL, Clock.COMMAND);

    assertThat(states).extracting(DeviceState::copies).contains(0L, 1L, 2L, 3L);
    assertThat(states.getLast().seconds()).isGreaterThan(SimulatedDevice.OPENING_SECONDS);
  }

  @Test
  void theSameSeedDisturbsAlike() {
    assertThat(measure(device(TWICE_AS_FAST, 0.1, 5)))
        .isEqualTo(measure(device(TWICE_AS_FAST, 0.1, 5)))
        .isNotEqualTo(measure(device(TWICE_AS_FAST, 0.1, 6)));
  }

  private List<Sample> measure(SimulatedDevice device) {
    List<Sample> samples = new ArrayList<>();
    device.measure(ROUND, samples::add);
    return samples;
  }

  private SimulatedDevice device(Surface surface, double noise, long seed) {
    return new SimulatedDevice(
        surface,
        new Disturbance(noise, noise, 0),
        new Pace(0.5, 0.2),
        clock,
        new Random(seed),
        1 << 28);
  }
}

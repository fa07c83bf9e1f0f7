package dev.cleave.bench.tune;

import static dev.cleave.bench.tune.TuneSamples.DEFAULT;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.tuner.measure.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorTest {
  @Test
  void mixesWhatIsWithinADrift() {
    assertThatCode(() -> Anchor.require(samples(1, 1.02, 0.98, 1.01), samples(1.2, 1.18)))
        .doesNotThrowAnyException();
  }

  @Test
  void mixesWhatTheNoiseBeforeExplains() {
    assertThatCode(() -> Anchor.require(samples(1, 2, 0.7, 1.6), samples(1.9, 1.8)))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAnotherDevice() {
    assertThatThrownBy(() -> Anchor.require(samples(1, 1.02, 0.98, 1.01), samples(2, 2.1)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("the device has changed: the default plan is now 0.49x as fast")
        .hasMessageEndingWith("begin another tune");
  }

  @Test
  void oneEarlierSampleSaysNothing() {
    assertThatCode(() -> Anchor.require(samples(1), samples(9))).doesNotThrowAnyException();
  }

  private static List<Sample> samples(double... seconds) {
    List<Sample> samples = new ArrayList<>();
    for (double each : seconds) {
      samples.add(TuneSamples.sample(TuneSamples.round(samples.size() + 1, DEFAULT), 0, each));
    }
    return samples;
  }
}

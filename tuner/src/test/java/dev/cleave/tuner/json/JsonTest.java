package dev.cleave.tuner.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.stats.Interval;
import org.junit.jupiter.api.Test;

class JsonTest {
  record Noise(double noise) {}

  @Test
  void writesAnIntervalWithoutEndAsNullAndReadsItBack() {
    Interval endless = new Interval(1.25, 0, Double.POSITIVE_INFINITY);

    String json = Json.LINE.writeValueAsString(endless);

    assertThat(json).isEqualTo("{\"ratio\":1.25,\"low\":0.0,\"high\":null}");
    assertThat(Json.LINE.readValue(json, Interval.class)).isEqualTo(endless);
  }

  @Test
  void readsABoundedIntervalBack() {
    Interval bounded = new Interval(1.25, 1.2, 1.3);

    String json = Json.PRETTY.writeValueAsString(bounded);

    assertThat(Json.PRETTY.readValue(json, Interval.class)).isEqualTo(bounded);
  }

  @Test
  void writesWhatIsNoNumberAsNullAndReadsItBack() {
    String json = Json.LINE.writeValueAsString(new Noise(Double.NaN));

    assertThat(json).isEqualTo("{\"noise\":null}");
    assertThat(Json.LINE.readValue(json, Noise.class).noise()).isNaN();
  }
}

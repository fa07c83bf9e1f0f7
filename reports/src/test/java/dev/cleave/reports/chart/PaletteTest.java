package dev.cleave.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class PaletteTest {
  @Test
  void textIsReadableOnEveryColourOfTheRamp() {
    for (int step = 0; step <= 1000; step++) {
      Color background = Palette.ramp(step / 1000.0);
      assertThat(Palette.contrast(Palette.textOn(background), background))
          .as("contrast at " + step / 1000.0)
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void theRampGetsDarkerAllTheWay() {
    double before = 0;
    for (int step = 0; step <= 100; step++) {
      double contrastToWhite = Palette.contrast(Palette.ramp(step / 100.0), Color.WHITE);
      assertThat(contrastToWhite).isGreaterThan(before);
      before = contrastToWhite;
    }
  }
}

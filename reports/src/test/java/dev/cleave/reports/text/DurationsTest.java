package dev.cleave.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "0.00000123, 1.23 µs",
    "0.00085, 850 µs",
    "0.0009996, 1.00 ms",
    "0.00123, 1.23 ms",
    "0.9996, 1.00 s",
    "12.34, 12.3 s"
  })
  void areWrittenInTheirOwnUnit(double seconds, String text) {
    assertThat(Durations.format(seconds)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "-9, 1 ns",
    "-7, 100 ns",
    "-6, 1 µs",
    "-4, 100 µs",
    "-3, 1 ms",
    "-1, 100 ms",
    "2, 100 s"
  })
  void powersOfTenHaveNoDecimals(int exponent, String text) {
    assertThat(Durations.power(exponent)).isEqualTo(text);
  }
}

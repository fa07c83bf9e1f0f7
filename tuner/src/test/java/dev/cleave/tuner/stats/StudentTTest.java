package dev.cleave.tuner.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
  /** NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2. */
  @ParameterizedTest
  @CsvSource({
    "0.05, 1, 6.314", "0.025, 1, 12.706", "0.001, 2, 22.327", "0.05, 5, 2.015",
    "0.025, 5, 2.571", "0.01, 5, 3.365", "0.005, 5, 4.032", "0.001, 5, 5.893",
    "0.025, 10, 2.228", "0.001, 10, 4.143", "0.025, 30, 2.042", "0.005, 100, 2.626"
  })
  void agreesWithThePublishedTable(double error, int degreesOfFreedom, double published) {
    assertThat(StudentT.upperQuantile(error, degreesOfFreedom))
        .isCloseTo(published, within(0.0016));
  }
}

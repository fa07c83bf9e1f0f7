package dev.cleave.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.stats.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonVerdictTest {
  @ParameterizedTest
  @CsvSource({
    "0.97, 1.03, SAME",
    "0.96, 1.03, UNCLEAR",
    "0.97, 1.04, UNCLEAR",
    "1.04, 1.10, FASTER",
    "0.80, 0.96, SLOWER",
    "0.80, 0.98, UNCLEAR",
    "0, Infinity, UNCLEAR",
  })
  void liesWhereTheIntervalLies(double low, double high, ComparisonVerdict verdict) {
    assertThat(ComparisonVerdict.of(new Interval(1, low, high), 0.03)).isEqualTo(verdict);
  }

  @Test
  void theWorstThatIsKnownIsTheVerdictOfTheWhole() {
    assertThat(overall(ComparisonVerdict.FASTER, ComparisonVerdict.SLOWER))
        .isEqualTo(ComparisonVerdict.SLOWER);
    assertThat(overall(ComparisonVerdict.FASTER, ComparisonVerdict.UNCLEAR))
        .isEqualTo(ComparisonVerdict.UNCLEAR);
    assertThat(overall(ComparisonVerdict.FASTER, ComparisonVerdict.SAME))
        .isEqualTo(ComparisonVerdict.FASTER);
    assertThat(overall(ComparisonVerdict.SAME, ComparisonVerdict.SAME))
        .isEqualTo(ComparisonVerdict.SAME);
  }

  private static ComparisonVerdict overall(ComparisonVerdict... verdicts) {
    return ComparisonVerdict.overall(List.of(verdicts));
  }
}

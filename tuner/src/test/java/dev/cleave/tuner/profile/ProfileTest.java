package dev.cleave.tuner.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.search.Recommendation;
import dev.cleave.tuner.search.Verdict;
import dev.cleave.tuner.stats.Interval;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTest {
  @Test
  void isTunedIfAnythingIs() {
    assertThat(verdict(Verdict.INCONCLUSIVE, Verdict.TUNED)).isEqualTo(Verdict.TUNED);
  }

  @Test
  void isInconclusiveIfNothingIsTunedAndAnythingIsUndecided() {
    assertThat(verdict(Verdict.KEEP_DEFAULT, Verdict.INCONCLUSIVE)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void keepsTheDefaultIfNothingElseIsValid() {
    assertThat(verdict(Verdict.KEEP_DEFAULT, Verdict.INVALID)).isEqualTo(Verdict.KEEP_DEFAULT);
  }

  @Test
  void isInvalidIfNothingIsValid() {
    assertThat(verdict(Verdict.INVALID, Verdict.INVALID)).isEqualTo(Verdict.INVALID);
    assertThat(Profiles.with(Profiles.DISK, Profiles.TIME, Map.of()).verdict())
        .isEqualTo(Verdict.INVALID);
  }

  @Test
  void refusesAGainThatIsNoNumber() {
    Recommendation nan =
        new Recommendation(
            Verdict.TUNED, Profiles.plan(2), new Interval(Double.NaN, 1, 2), 3, "nobody knows");

    assertThatThrownBy(
            () ->
                Profiles.with(
                    Profiles.DISK,
                    Profiles.TIME,
                    Map.of(SizeClass.LARGE, Map.of(Clock.COMMAND, nan))))
        .hasMessageContaining("large, command clock: the gain is no ratio");
  }

  private static Verdict verdict(Verdict command, Verdict durable) {
    return Profiles.with(
            Profiles.DISK,
            Profiles.TIME,
            Map.of(
                SizeClass.LARGE,
                Map.of(
                    Clock.COMMAND, Profiles.found(command, 1),
                    Clock.DURABLE, Profiles.found(durable, 1))))
        .verdict();
  }
}

package dev.cleave.tuner.search;

import static dev.cleave.tuner.search.Verdict.INCONCLUSIVE;
import static dev.cleave.tuner.search.Verdict.INVALID;
import static dev.cleave.tuner.search.Verdict.KEEP_DEFAULT;
import static dev.cleave.tuner.search.Verdict.TUNED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  @Test
  void theWholeIsTheMostTellingOfItsParts() {
    assertThat(Verdict.overall(List.of(KEEP_DEFAULT, INCONCLUSIVE, TUNED))).isEqualTo(TUNED);
    assertThat(Verdict.overall(List.of(KEEP_DEFAULT, INCONCLUSIVE))).isEqualTo(INCONCLUSIVE);
    assertThat(Verdict.overall(List.of(INVALID, KEEP_DEFAULT))).isEqualTo(KEEP_DEFAULT);
    assertThat(Verdict.overall(List.of(INVALID, INVALID))).isEqualTo(INVALID);
    assertThat(Verdict.overall(List.of())).isEqualTo(INVALID);
  }
}

package dev.cleave.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.TuneRuns;
import dev.cleave.reports.json.ProbeDocument;
import dev.cleave.tuner.device.CrossCheck;
import dev.cleave.tuner.device.Fact;
import dev.cleave.tuner.device.StorageStack;
import org.junit.jupiter.api.Test;

class ProbeTextTest {
  private final StorageStack reported = TuneRuns.stack("/srv/data", "QEMU HARDDISK");

  @Test
  void saysWhatIsMeasuredAndWhereItComesFrom() {
    StorageStack measured =
        CrossCheck.measured(reported, stack -> Fact.measured(120, "median of 128 reads"));

    assertThat(ProbeText.of(measured))
        .containsPattern("randomReadMicros +120 +measured +median of 128 reads");
  }

  @Test
  void saysContradictionsInTextAndDocument() {
    StorageStack measured =
        CrossCheck.measured(reported, stack -> Fact.measured(100, "median of 128 reads"));

    assertThat(ProbeText.of(reported)).doesNotContain("warning");
    assertThat(ProbeText.of(measured))
        .containsPattern("(?m)^warning +\\w+ reports that it rotates");
    assertThat(ProbeDocument.of(measured).warnings()).hasSize(1);
  }
}

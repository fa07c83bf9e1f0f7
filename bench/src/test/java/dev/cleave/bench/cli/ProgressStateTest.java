package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.SourceTotals;
import org.junit.jupiter.api.Test;

class ProgressStateTest {
  private static final long GIB = 1024 * ByteSize.MIB;

  private final SourceTotals totals = new SourceTotals();

  @Test
  void saysWhatIsDoneWhileNothingIsKnownOfTheRest() {
    assertThat(state(10, GIB, 0, false).text()).isEqualTo("10 files  1GiB  512MiB/s  5 files/s");
  }

  @Test
  void saysThatTheTotalMayBeMore() {
    find(200, 10 * ByteSize.MIB);
    assertThat(state(10, GIB, 0, false).text())
        .startsWith("10 of at least 200 files  1GiB of at least ")
        .doesNotContain("left");
  }

  @Test
  void whateverLagsTellsTheTimeThatIsLeft() {
    find(200, 10 * ByteSize.MIB);
    totals.end();
    assertThat(state(100, 500 * ByteSize.MIB, 0, false).text()).endsWith("  6 s left");
    assertThat(state(50, 1_000 * ByteSize.MIB, 0, false).text()).endsWith("  6 s left");
  }

  @Test
  void aVerifiedCopyReadsAllBytesOnceMore() {
    find(1, GIB);
    totals.end();
    assertThat(state(0, GIB, GIB / 2, true).text())
        .contains("  verifying 512MiB")
        .endsWith("  1 s left");
  }

  private void find(int entries, long bytesEach) {
    for (int number = 0; number < entries; number++) {
      totals.found(bytesEach);
    }
  }

  /** After two seconds. */
  private ProgressState state(long entries, long bytes, long verified, boolean verifies) {
    return new ProgressState(2, entries, bytes, verified, verifies, totals, "");
  }
}

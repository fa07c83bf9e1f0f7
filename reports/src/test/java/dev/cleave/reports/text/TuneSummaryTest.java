package dev.cleave.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.GoldenFile;
import dev.cleave.reports.TuneRuns;
import dev.cleave.tuner.run.TuneRun;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TuneSummaryTest {
  @ParameterizedTest
  @MethodSource("dev.cleave.reports.TuneRuns#all")
  void fitsEightyColumns(TuneRun run) {
    assertThat(TuneSummary.of(run).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void isSealed() throws IOException {
    GoldenFile.assertSame("tune.txt", TuneSummary.of(TuneRuns.golden()));
  }

  @Test
  void saysWhatLimitsAndWhatDoesNotMatter() {
    assertThat(TuneSummary.of(TuneRuns.sixteenCandidates()).replaceAll("\\s+", " "))
        .contains(
            "What limits large files, cold source, by nio, split depth 2, chunk 4MiB, preallocated"
                + " (6 samples): Destination: ")
        .contains("Does not matter: chunk (large, cold, command clock). Matters: split depth (");
  }

  @Test
  void beginsWithTheRecommendation() {
    assertThat(TuneSummary.of(TuneRuns.sixteenCandidates()))
        .startsWith("Large files, until the copy returns: use nio, split depth 2, chunk 4MiB,");
  }

  @Test
  void listsWhatWasNotTried() {
    assertThat(TuneSummary.of(TuneRuns.sparse()))
        .contains("Not tried, for want of time (2): nio-d4-c4MiB, nio-d4-c8MiB");
  }

  @Test
  void showsEachFactWithItsOriginAndSource() {
    String text = ProbeText.of(TuneRuns.stack("/srv/data", "disk\u001b[31m"));

    assertThat(text).containsPattern("nrRequests +256 +reported +/sys/block/vda/queue/nr_requests");
    assertThat(text).containsPattern("writeCache +unknown +unknown +.*Permission denied");
    assertThat(text).contains("disk?[31m").doesNotContain("\u001b");
  }
}

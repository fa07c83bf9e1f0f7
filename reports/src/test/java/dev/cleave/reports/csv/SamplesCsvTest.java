package dev.cleave.reports.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.GoldenFile;
import dev.cleave.reports.TuneRuns;
import dev.cleave.tuner.run.TuneRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesCsvTest {
  @TempDir Path directory;

  @Test
  void writesTheFormatThatIsSealed() throws IOException {
    new SamplesCsv().write(TuneRuns.golden(), directory);

    GoldenFile.assertSame("samples.csv", directory.resolve("samples.csv"));
  }

  @Test
  void hasOneRowPerSample() throws IOException {
    TuneRun run = TuneRuns.sixteenCandidates();

    new SamplesCsv().write(run, directory);

    assertThat(Files.readAllLines(directory.resolve("samples.csv")))
        .hasSize(1 + run.samples().size());
  }
}

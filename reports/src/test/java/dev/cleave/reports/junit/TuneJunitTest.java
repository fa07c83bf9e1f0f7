package dev.cleave.reports.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.GoldenFile;
import dev.cleave.reports.TuneRuns;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneJunitTest {
  @TempDir Path directory;

  @Test
  void writesTheFormatThatIsSealed() throws IOException {
    new TuneJunit().write(TuneRuns.golden(), directory);

    GoldenFile.assertSame("junit.xml", directory.resolve("junit.xml"));
  }

  @Test
  void whatIsInconclusiveIsSkipped() throws IOException {
    new TuneJunit().write(TuneRuns.sparse(), directory);

    assertThat(directory.resolve("junit.xml"))
        .content()
        .contains("tests=\"2\" failures=\"0\" errors=\"0\" skipped=\"2\"");
  }
}

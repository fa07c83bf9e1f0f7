package dev.cleave.reports.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.GoldenFile;
import dev.cleave.reports.TuneRuns;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownSummaryTest {
  @TempDir Path directory;

  @Test
  void writesTheFormatThatIsSealed() throws IOException {
    new MarkdownSummary().write(TuneRuns.golden(), directory);

    GoldenFile.assertSame("summary.md", directory.resolve("summary.md"));
  }

  @Test
  void showsTheFastestAndTheDefaultWhateverItsRank() {
    String summary = MarkdownSummary.of(TuneRuns.twoHundredCandidates());

    assertThat(summary).contains("the fastest and the default of 200");
    assertThat(summary.lines().filter(line -> line.startsWith("| "))).hasSizeBetween(11, 12);
    assertThat(summary).contains("| default |");
  }

  @Test
  void namesOfTheMachineAreNoMarkup() {
    String summary = MarkdownSummary.of(TuneRuns.hostile());

    String outsideOfCode = summary.substring(0, summary.indexOf("```"));
    assertThat(outsideOfCode).doesNotContain("<script>").contains("&lt;script>");
  }

  @Test
  void marksAndLinesOfATextStayText() {
    assertThat(Markdown.text("a|b\n`c` *d* [e](f)")).isEqualTo("a\\|b \\`c\\` \\*d\\* \\[e\\](f)");
    assertThat(Markdown.code("a ``` b")).isEqualTo("````\na ``` b\n````\n");
  }
}

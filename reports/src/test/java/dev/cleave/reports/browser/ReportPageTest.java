package dev.cleave.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.reports.RunVariants;
import dev.cleave.reports.TuneRuns;
import dev.cleave.reports.compare.RunComparison;
import dev.cleave.reports.html.ComparisonPage;
import dev.cleave.reports.html.HtmlReport;
import dev.cleave.tuner.run.TuneRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Opens real pages in Chromium where one is installed, as {@code .ci/run} does. It leaves pictures
 * of them in {@code target/screenshots}, for people to look at.
 */
@Timeout(300) // against a browser that hangs
class ReportPageTest {
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final String DRAW_ALL = script("draw-all.js");
  private static final String LABEL_BOXES = script("label-boxes.js");

  @TempDir static Path home;
  private static @Nullable Chromium browser;

  @TempDir Path directory;
  private BrowserPage page;

  @BeforeAll
  static void startBrowser() throws IOException {
    Optional<Path> program = Chromium.program();
    assumeTrue(program.isPresent(), "no Chromium here");
    browser = Chromium.start(program.get(), home);
  }

  @AfterAll
  static void endBrowser() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openPage() throws IOException {
    page = browser.open();
    page.runFirst(LABEL_BOXES);
  }

  static Stream<Arguments> runsAtWidths() {
    return Stream.of(
            "one",
            "sixteen",
            "fifty-six",
            "two-hundred",
            "equal",
            "sparse",
            "hostile",
            "comparison")
        .flatMap(name -> Stream.of(1280, 360).map(width -> Arguments.of(name, width)));
  }

  @ParameterizedTest
  @MethodSource("runsAtWidths")
  void opensWithoutAComplaintAndNothingOverflowsOrOverlaps(String name, int width)
      throws Exception {
    open(name, width, "light");

    page.photograph(SCREENSHOTS.resolve(name + "-" + width + ".png"));
    assertThat(page.complaints()).isEmpty();
    assertThat(page.requests())
        .allMatch(
            url -> url.startsWith("data:image/") || url.startsWith(directory.toUri().toString()));
    assertThat(strings(page.evaluate("cleaveTest.overflowing()"))).isEmpty();
    assertThat(strings(page.evaluate("cleaveTest.flatCharts()"))).isEmpty();
    assertThat(strings(page.evaluate("cleaveTest.badLabels()"))).isEmpty();
  }

  private void open(String name, int width, String scheme) throws Exception {
    page.resize(width, 800, width < 600);
    page.prefer(scheme);
    page.open(file(name));
    page.evaluate(DRAW_ALL);
  }

  private Path file(String name) throws Exception {
    if (name.equals("comparison")) {
      TuneRun first = TuneRuns.sixteenCandidates();
      RunComparison compared =
          RunComparison.of(List.of(first, RunVariants.atSpeed(first, 0.9)), 0.03);
      return Files.writeString(directory.resolve(name + ".html"), ComparisonPage.of(compared));
    }
    TuneRun run =
        switch (name) {
          case "one" -> TuneRuns.oneCandidate();
          case "fifty-six" -> TuneRuns.fiftySixCandidates();
          case "two-hundred" -> TuneRuns.twoHundredCandidates();
          case "equal" -> TuneRuns.allEqual();
          case "sparse" -> TuneRuns.sparse();
          case "hostile" -> TuneRuns.hostile();
          case "ten-thousand" -> TuneRuns.tenThousandSamples();
          default -> TuneRuns.sixteenCandidates();
        };
    return new HtmlReport().write(run, directory).getFirst();
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static String script(String name) {
    try (InputStream script = ReportPageTest.class.getResourceAsStream(name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

package dev.cleave.reports.browser;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.reports.BenchRuns;
import dev.cleave.reports.MeasuredCharts;
import dev.cleave.reports.QualifyRuns;
import dev.cleave.reports.RunVariants;
import dev.cleave.reports.TuneRuns;
import dev.cleave.reports.chart.ChartData;
import dev.cleave.reports.compare.RunComparison;
import dev.cleave.reports.html.BenchPage;
import dev.cleave.reports.html.ComparisonPage;
import dev.cleave.reports.html.Html;
import dev.cleave.reports.html.HtmlReport;
import dev.cleave.reports.html.QualifyPage;
import dev.cleave.reports.html.ReportPage;
import dev.cleave.tuner.contender.BenchFindings;
import dev.cleave.tuner.run.TuneRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
  private static final int PHONE = 360;

  /** Pages whose markup no other has; the others only have other data in it. */
  private static final Set<String> OF_EACH_KIND =
      Set.of("sixteen", "sparse", "hostile", "comparison", "measured", "qualification", "bench");

  private static final String DRAW_ALL = script("draw-all.js");
  private static final String AXE = text(ClassLoader.getSystemResourceAsStream("axe.min.js"));
  private static final String PAGE_QUESTIONS = script("page-questions.js");

  @TempDir static Path home;
  @TempDir static Path pages;
  private static final Map<String, Path> WRITTEN = new HashMap<>();
  private static @Nullable Chromium browser;

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
    page.runFirst(PAGE_QUESTIONS);
  }

  @AfterEach
  void closePage() throws IOException {
    page.close();
  }

  static Stream<Arguments> pagesAtWidths() {
    return Stream.of(
            "one",
            "sixteen",
            "fifty-six",
            "two-hundred",
            "equal",
            "sparse",
            "hostile",
            "comparison",
            "measured",
            "qualification",
            "qualification-hostile",
            "bench")
        .flatMap(name -> Stream.of(1280, PHONE).map(width -> Arguments.of(name, width)));
  }

  @ParameterizedTest
  @MethodSource("pagesAtWidths")
  void opensWithoutAComplaintAndNothingOverflowsOverlapsOrIsHardToRead(String name, int width)
      throws Exception {
    open(name, width);
    assertThat(page.requests())
        .allMatch(url -> url.startsWith("data:image/") || url.startsWith(pages.toUri().toString()));
    assertThat(strings(page.evaluate("cleaveTest.flatCharts()"))).isEmpty();
    assertThat(strings(page.evaluate("cleaveTest.badLabels()"))).isEmpty();
    assertThat(strings(page.evaluate("cleaveTest.overflowing()"))).isEmpty();

    page.evaluate("cleaveTest.openDetails()");
    assertThat(strings(page.evaluate("cleaveTest.overflowing()"))).isEmpty();
    page.evaluate("cleaveTest.shortenTables()");
    page.photograph(SCREENSHOTS.resolve(name + "-" + width + ".png"));
    if (OF_EACH_KIND.contains(name)) {
      assertEverybodyCanRead(name, width);
    }
    assertThat(page.complaints()).isEmpty();
  }

  /** By axe; in the dark only the rules that see colours. */
  private void assertEverybodyCanRead(String name, int width) throws IOException {
    page.evaluate(AXE);
    assertThat(violations("{}")).isEmpty();
    if (width > PHONE) {
      page.prefer("dark");
      page.evaluate("cleaveTest.nextFrame()");
      page.photograph(SCREENSHOTS.resolve(name + "-" + width + "-dark.png"));
      assertThat(violations("{runOnly: ['color-contrast', 'link-in-text-block']}")).isEmpty();
    }
  }

  private List<String> violations(String options) throws IOException {
    JsonNode found =
        page.evaluate(
            """
            axe.run(document, {resultTypes: ['violations'], preload: false, ...%s})
              .then(found => found.violations.flatMap(rule => rule.nodes.map(node =>
                rule.id + ': ' + node.html.slice(0, 120) + ' ' + node.failureSummary)))"""
                .formatted(options));
    return strings(found);
  }

  @Test
  void hostileNamesStayText() throws Exception {
    open("hostile", 1280);

    assertThat(page.evaluate("document.querySelectorAll('script').length").asInt()).isEqualTo(4);
    assertThat(page.evaluate("document.body.innerText").asString())
        .contains("<script>alert(1)</script>")
        .contains("/tmp/\"quoted\" & 'single'");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void candidatesAreSortedAndFiltered() throws Exception {
    open("sixteen", 1280);
    String medians =
        """
        [...document.querySelectorAll('table.sortable tbody tr')].filter(row => !row.hidden)
          .map(row => Number(row.cells[3].textContent))""";
    String click = "document.querySelectorAll('table.sortable th button')[3].click()";

    page.evaluate(click);
    assertThat(numbers(page.evaluate(medians))).hasSize(17).isSortedAccordingTo(reverseOrder());
    page.evaluate(click);
    assertThat(numbers(page.evaluate(medians))).hasSize(17).isSorted();
    assertThat(
            page.evaluate("document.querySelectorAll('th')[3].getAttribute('aria-sort')").isNull())
        .isTrue();
    assertThat(page.evaluate("document.querySelector('[aria-sort]').textContent").asString())
        .startsWith("command, median");

    page.evaluate(
        """
        (() => {
          const field = document.querySelector('input[type=search]');
          field.value = 'preallocated d2-c8';
          field.dispatchEvent(new Event('input'));
        })()""");
    assertThat(numbers(page.evaluate(medians))).hasSize(1);
    assertThat(page.evaluate("document.querySelector('.tools .quiet').textContent").asString())
        .isEqualTo("1 of 17");
  }

  @Test
  void chartsAreReadByTheKeyboardAndSeriesSwitchedOff() throws Exception {
    open("sixteen", 1280);
    String readout = "document.querySelector('.readout').textContent";

    page.evaluate("document.querySelector('.canvas').focus()");
    page.press("ArrowRight");
    String first = page.evaluate(readout).asString();
    page.press("ArrowRight");
    assertThat(first).startsWith("nio-d2-c4MiB (chosen): 1.4").contains("N=6");
    assertThat(page.evaluate(readout).asString()).startsWith("nio-d3-c").isNotEqualTo(first);

    page.evaluate("document.querySelector('.legend button').click()"); // those that are faster
    assertThat(
            page.evaluate("document.querySelector('.legend button').getAttribute('aria-pressed')")
                .asString())
        .isEqualTo("false");
    page.press("ArrowLeft");
    assertThat(page.evaluate(readout).asString()).contains("d").doesNotContain("(chosen)");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void theHeatMapReadsItsCellsInTheOrderOfThePicture() throws Exception {
    open("sixteen", 1280);

    page.evaluate("document.querySelector('[data-chart^=heatmap] .canvas').focus()");
    page.press("ArrowRight");

    assertThat(
            page.evaluate("document.querySelector('[data-chart^=heatmap] .readout').textContent")
                .asString())
        .startsWith("split depth 3, chunk 1MiB: ");
  }

  @Test
  void theSamplesOfABenchAreShownWithTheirWarnings() throws Exception {
    open("bench", 1280);
    String rows = "[...document.querySelectorAll('table.samples tbody tr')]";

    assertThat(page.evaluate(rows + ".length").asInt()).isEqualTo(72);
    page.evaluate(
        """
        (() => {
          const field = [...document.querySelectorAll('input[type=search]')].at(-1);
          field.value = 'busy processors';
          field.dispatchEvent(new Event('input'));
        })()""");
    assertThat(page.evaluate(rows + ".length").asInt()).isEqualTo(9);
    assertThat(
            page.evaluate("[..." + rows + "[0].cells].map(cell => cell.textContent).join(' ')")
                .asString())
        .matches("3 1 cleave profile (\\S+ ){5}50MiB 0B 1GiB busy processors: 0.30 s of 0.55 s .*");
  }

  @Test
  void tenThousandSamplesStayUsable() throws Exception {
    assertThat(file("ten-thousand"))
        .satisfies(it -> assertThat(it.toFile().length()).isLessThan(5_000_000));
    open("ten-thousand", 1280);
    String rows = "document.querySelectorAll('table.samples tbody tr').length";
    String medians =
        """
        [...document.querySelectorAll('table.samples tbody tr')]
          .map(row => Number(row.cells[4].textContent))""";

    assertThat(
            page.evaluate("document.querySelector('details:has(.samples)').open = true")
                .asBoolean())
        .isTrue();
    assertThat(page.evaluate(rows).asInt()).isEqualTo(100);
    assertThat(
            page.evaluate("document.querySelector('details:has(.samples)').innerText").asString())
        .contains("page 1 of 101");
    page.evaluate("document.querySelectorAll('table.samples th button')[4].click()");
    assertThat(numbers(page.evaluate(medians))).hasSize(100).isSortedAccordingTo(reverseOrder());
    assertThat(strings(page.evaluate("cleaveTest.badLabels()"))).isEmpty();
    assertThat(page.evaluate("document.getElementsByTagName('*').length").asInt())
        .isLessThan(5_000);
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void onPaperAreThePictures() throws Exception {
    open("sixteen", 1280);
    page.print();
    page.photograph(SCREENSHOTS.resolve("sixteen-printed.png"));

    assertThat(
            page.evaluate(
                    """
                    [...document.querySelectorAll('figure.chart')].every(figure =>
                      getComputedStyle(figure.querySelector('img')).display === 'block'
                      && getComputedStyle(figure.querySelector('.live')).display === 'none')""")
                .asBoolean())
        .isTrue();
  }

  private void open(String name, int width) throws Exception {
    page.resize(width, 800, width == PHONE);
    page.prefer("light");
    page.open(file(name));
    page.evaluate(DRAW_ALL);
  }

  private static Path file(String name) throws Exception {
    Path file = WRITTEN.get(name);
    if (file == null) {
      file = written(name);
      WRITTEN.put(name, file);
    }
    return file;
  }

  private static Path written(String name) throws Exception {
    Path directory = Files.createDirectory(pages.resolve(name));
    Path file = directory.resolve(name + ".html");
    return switch (name) {
      case "comparison" -> {
        TuneRun first = TuneRuns.sixteenCandidates();
        TuneRun slower = RunVariants.atSpeed(first, 0.9);
        RunComparison compared = RunComparison.of(List.of(first, slower), 0.03);
        yield Files.writeString(file, ComparisonPage.of(compared));
      }
      case "qualification" -> Files.writeString(file, QualifyPage.of(QualifyRuns.withCliff()));
      case "qualification-hostile" ->
          Files.writeString(file, QualifyPage.of(QualifyRuns.hostile()));
      case "bench" ->
          new BenchPage().write(BenchFindings.of(BenchRuns.golden()), directory).getFirst();
      case "measured" -> {
        Html top =
            ReportPage.header("Measured", "PASS", "All is well.", List.of("here"), List.of());
        List<ChartData> charts = MeasuredCharts.all().toList();
        yield Files.writeString(file, ReportPage.of("Measured", top, charts, Html.NOTHING));
      }
      default -> new HtmlReport().write(tune(name), directory).getFirst();
    };
  }

  private static TuneRun tune(String name) {
    return switch (name) {
      case "one" -> TuneRuns.oneCandidate();
      case "sixteen" -> TuneRuns.sixteenCandidates();
      case "fifty-six" -> TuneRuns.fiftySixCandidates();
      case "two-hundred" -> TuneRuns.twoHundredCandidates();
      case "equal" -> TuneRuns.allEqual();
      case "sparse" -> TuneRuns.sparse();
      case "hostile" -> TuneRuns.hostile();
      case "ten-thousand" -> TuneRuns.tenThousandSamples();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static List<Double> numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asDouble).toList();
  }

  private static String script(String name) {
    return text(ReportPageTest.class.getResourceAsStream(name));
  }

  private static String text(InputStream resource) {
    try (resource) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

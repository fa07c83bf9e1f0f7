package dev.cleave.reports.html;

import static dev.cleave.reports.html.Html.all;
import static dev.cleave.reports.html.Html.element;
import static dev.cleave.reports.html.Html.styled;
import static dev.cleave.reports.html.Html.text;

import dev.cleave.reports.chart.ChartData;
import dev.cleave.reports.chart.ComparisonForest;
import dev.cleave.reports.compare.ComparisonGroup;
import dev.cleave.reports.compare.PlanComparison;
import dev.cleave.reports.compare.RunComparison;
import dev.cleave.reports.json.EmbeddedJson;
import dev.cleave.reports.text.ComparisonSentences;
import dev.cleave.reports.text.Figures;
import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.run.TuneRun;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Runs beside each other as one page, made as that of a run is. */
public final class ComparisonPage {
  private static final List<String> RUN_HEADER =
      List.of("called", "run", "started", "host", "kernel", "Cleave", "destination", "noise");
  private static final List<Boolean> RUN_NUMERIC =
      List.of(false, false, false, false, false, false, false, true);
  private static final List<Boolean> NUMERIC =
      List.of(false, false, true, true, true, true, true, false, false);

  private ComparisonPage() {}

  /**
   * The whole document.
   *
   * @throws IOException if a part of the page is not in Cleave's jar
   */
  public static String of(RunComparison compared) throws IOException {
    List<ChartData> charts = ComparisonForest.allOf(compared);
    Html body =
        all(
            header(compared),
            runs(compared),
            ChartImages.drawn().section(charts),
            all(ComparisonGroup.allOf(compared).stream().map(ComparisonPage::table).toList()),
            Html.section("How to read it", element("p", ComparisonSentences.explanation(compared))),
            Html.data("report-data", EmbeddedJson.of(PageData.of(charts))));
    String title = "Cleave: " + compared.runs().size() + " runs compared";
    return Page.of(title, element("main", body));
  }

  private static Html header(RunComparison compared) {
    String classes = "verdict " + compared.verdict().toString().toLowerCase(Locale.ROOT);
    Html lead =
        all(
            styled("span", classes, text(compared.verdict().toString())),
            text(Sentences.capitalized(ComparisonSentences.verdict(compared))));
    List<String> notes = compared.notes().stream().map(note -> "left out: " + note).toList();
    String heading = "Cleave compared " + compared.runs().size() + " runs";
    return element(
        "header", all(element("h1", heading), styled("p", "lead", lead), Findings.warnings(notes)));
  }

  private static Html runs(RunComparison compared) {
    List<List<Html>> rows =
        IntStream.range(0, compared.runs().size())
            .mapToObj(number -> run(number, compared.runs().get(number)))
            .toList();
    return Html.section("Runs", Html.table(RUN_HEADER, RUN_NUMERIC, rows));
  }

  private static List<Html> run(int number, TuneRun run) {
    return List.of(
        text(ComparisonSentences.letter(number)),
        text(run.id()),
        text(run.started().truncatedTo(ChronoUnit.SECONDS).toString()),
        text(run.environment().hostName()),
        text(run.environment().kernel()),
        text(run.environment().version()),
        text(run.destination().identity()),
        text(Figures.percent(run.noise())));
  }

  private static Html table(ComparisonGroup group) {
    String letter = ComparisonSentences.letter(group.run());
    List<String> header =
        List.of(
            "candidate",
            "plan",
            "A, MiB/s",
            "N",
            letter + ", MiB/s",
            "N",
            "ratio [interval]",
            "verdict",
            "decides");
    return Html.section(
        ComparisonSentences.group(group),
        Html.styledTable(
            "sortable",
            header,
            NUMERIC,
            group.comparisons().stream().map(ComparisonPage::row).toList()));
  }

  private static List<Html> row(PlanComparison compared) {
    return List.of(
        text(compared.name()),
        text(compared.plan().toString()),
        text(Figures.mebibytes(compared.before().bytesPerSecond())),
        text(Integer.toString(compared.before().rounds())),
        text(Figures.mebibytes(compared.after().bytesPerSecond())),
        text(Integer.toString(compared.after().rounds())),
        text(Figures.times(compared.ratio().ratio()) + " [" + Figures.ends(compared.ratio()) + "]"),
        text(compared.verdict().toString()),
        text(compared.decides() ? "yes" : "no"));
  }
}

package dev.cleave.reports.html;

import static dev.cleave.reports.html.Html.all;
import static dev.cleave.reports.html.Html.element;
import static dev.cleave.reports.html.Html.text;

import dev.cleave.reports.chart.QualifyCharts;
import dev.cleave.reports.text.QualifyFigures;
import dev.cleave.tuner.qualify.BadBlock;
import dev.cleave.tuner.qualify.Cliff;
import dev.cleave.tuner.qualify.DeviceQualification;
import dev.cleave.tuner.qualify.LatencyFigure;
import dev.cleave.tuner.qualify.LoadShape;
import dev.cleave.tuner.qualify.MeasuredLoad;
import dev.cleave.tuner.qualify.PeerFigure;
import dev.cleave.tuner.qualify.QualifyRun;
import dev.cleave.tuner.qualify.QualifyVerdict;
import dev.cleave.tuner.qualify.RequirementResult;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A qualification as one page that opens offline: evidence that can be handed to a vendor. */
public final class QualifyPage {
  private static final List<String> HEADER =
      List.of(
          "requirement",
          "verdict",
          "load",
          "metric",
          "measured",
          "interval",
          "bound",
          "margin",
          "why");
  private static final List<Boolean> NUMERIC =
      List.of(false, false, false, false, true, true, true, true, false);
  private static final List<String> LOAD_HEADER =
      List.of(
          "load",
          "pass",
          "went by",
          "steady state",
          "burst",
          "sustained",
          "cliff",
          "latencies",
          "fio");
  private static final List<Boolean> LOAD_NUMERIC =
      List.of(false, true, false, false, true, true, true, false, true);
  private static final int MOST_BAD_BLOCKS = 50;

  private QualifyPage() {}

  /**
   * The whole document.
   *
   * @throws IOException if a part of the page is not in Cleave's jar
   */
  public static String of(QualifyRun run) throws IOException {
    return ReportPage.of(
        "Cleave: qualification by " + run.specification(),
        all(header(run), all(run.devices().stream().map(QualifyPage::device).toList())),
        QualifyCharts.of(run),
        all(
            reading(),
            all(run.devices().stream().map(it -> StorageSection.of(it.storage())).toList()),
            EnvironmentSection.of(run),
            Html.section(
                "Specification",
                Html.scrolling(element("pre", element("code", run.specificationText()))))));
  }

  private static Html header(QualifyRun run) {
    long passed =
        run.devices().stream()
            .flatMap(device -> device.requirements().stream())
            .filter(result -> result.verdict() == QualifyVerdict.PASS)
            .count();
    long all = run.devices().stream().mapToLong(device -> device.requirements().size()).sum();
    return ReportPage.header(
        "Qualification by " + run.specification(),
        run.verdict().toString(),
        "%d of %d requirements are met".formatted(passed, all),
        List.of(
            "started " + run.started().truncatedTo(ChronoUnit.SECONDS),
            run.environment().hostName(),
            String.format(Locale.ROOT, "%.0f s", run.elapsedSeconds())),
        List.of());
  }

  private static Html device(DeviceQualification device) {
    List<List<Html>> rows = device.requirements().stream().map(QualifyPage::row).toList();
    return Html.section(
        device.directory(),
        element(
            "p",
            all(
                ReportPage.badge(device.verdict().toString()),
                text(
                    " %s, %s written in %.0f s"
                        .formatted(
                            device.storage().identity(),
                            bytes(device.bytesWritten()),
                            device.seconds())))),
        Findings.warnings(device.warnings()),
        Html.styledTable("sortable", HEADER, NUMERIC, rows),
        element("h3", "Loads"),
        Html.table(
            LOAD_HEADER, LOAD_NUMERIC, device.loads().stream().map(QualifyPage::load).toList()),
        trends(device),
        badBlocks(device));
  }

  private static List<Html> row(RequirementResult result) {
    return List.of(
        text(result.name()),
        ReportPage.badge(result.verdict().toString()),
        text(result.workload()),
        text(QualifyFigures.metric(result)),
        text(QualifyFigures.value(result.measured(), result.unit())),
        text(QualifyFigures.interval(result)),
        text(QualifyFigures.bound(result)),
        text(
            result.margin() == null
                ? "-"
                : String.format(Locale.ROOT, "%+.1f %%", 100 * result.margin())),
        text(result.why()));
  }

  private static List<Html> load(MeasuredLoad load) {
    LoadShape shape = load.shape();
    PeerFigure fio = load.measurement().peer();
    return List.of(
        text(load.name()),
        text(Integer.toString(load.measurement().pass() + 1)),
        text(load.measurement().how()),
        text(shape == null ? "-" : steady(shape)),
        text(shape == null ? "-" : QualifyFigures.value(shape.burst(), "B/s")),
        text(shape == null ? "-" : QualifyFigures.value(shape.sustained(), "B/s")),
        text(shape == null ? "-" : cliff(shape.cliff())),
        text(load.latencies().stream().map(QualifyPage::latency).collect(Collectors.joining(", "))),
        text(
            fio == null
                ? "-"
                : String.format(
                    Locale.ROOT,
                    "%s (%+.1f %%)%s",
                    QualifyFigures.value(fio.bytesPerSecond(), "B/s"),
                    100 * fio.difference(),
                    fio.agrees() ? "" : ", disagrees")));
  }

  private static String steady(LoadShape shape) {
    return String.format(
        Locale.ROOT,
        "%s: range %.1f %%, slope %.1f %%",
        shape.steady() ? "reached" : "not reached",
        100 * shape.range(),
        100 * shape.slopeExcursion());
  }

  private static String cliff(@Nullable Cliff cliff) {
    return cliff == null
        ? "none"
        : String.format(Locale.ROOT, "%s, %.1f s", bytes(cliff.bytes()), cliff.seconds());
  }

  private static String latency(LatencyFigure figure) {
    return "p%s %s"
        .formatted(
            QualifyFigures.percent(figure.percentile()),
            QualifyFigures.value(figure.seconds(), "s"));
  }

  private static Html trends(DeviceQualification device) {
    return device.trends().isEmpty()
        ? Html.NOTHING
        : all(
            element("h3", "Trend over the soak"),
            element("ul", all(device.trends().stream().map(it -> element("li", it)).toList())));
  }

  private static Html badBlocks(DeviceQualification device) {
    List<List<Html>> rows = new ArrayList<>();
    for (MeasuredLoad load : device.loads()) {
      for (BadBlock bad : load.measurement().badBlocks()) {
        if (rows.size() < MOST_BAD_BLOCKS) {
          rows.add(
              List.of(
                  text(load.name()),
                  text(bad.kind().toString()),
                  text(Long.toString(bad.offset())),
                  text(Long.toString(bad.generation())),
                  text(bad.fault())));
        }
      }
    }
    return rows.isEmpty()
        ? Html.NOTHING
        : all(
            element("h3", "Bad blocks"),
            Html.table(
                List.of("load", "kind", "offset", "write", "what was found"),
                List.of(false, false, true, true, false),
                rows));
  }

  private static Html reading() {
    return Html.section(
        "How to read it",
        element(
            "p",
            "PASS and FAIL say that the interval's side lies beyond the bound: PASS with the"
                + " requirement's confidence, FAIL with an error of 1 % that all requirements of a"
                + " device share (Holm). INCONCLUSIVE: the interval holds the bound, or what is"
                + " claimed was not measured for long enough. INVALID: something else than the"
                + " device was measured. Intervals know that neighbouring windows are alike."),
        element(
            "p",
            "Steady state: over the last 5 rounds the highest and lowest differ by at most 20 % of"
                + " their mean, and the line through them changes by at most 10 % of it. This is"
                + " the criterion of SNIA's PTS on a file, without purging and preconditioning the"
                + " raw device, and so no PTS result."));
  }

  private static String bytes(long bytes) {
    return String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
  }
}

package dev.cleave.reports.html;

import static dev.cleave.reports.html.Html.all;
import static dev.cleave.reports.html.Html.element;
import static dev.cleave.reports.html.Html.styled;
import static dev.cleave.reports.html.Html.text;

import dev.cleave.engine.CopyPlan;
import dev.cleave.reports.BenchReport;
import dev.cleave.reports.chart.BenchCharts;
import dev.cleave.reports.chart.ChartData;
import dev.cleave.reports.json.EmbeddedJson;
import dev.cleave.reports.text.BenchSentences;
import dev.cleave.reports.text.Doubt;
import dev.cleave.reports.text.Figures;
import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.contender.BenchFindings;
import dev.cleave.tuner.contender.BenchRun;
import dev.cleave.tuner.contender.Contender;
import dev.cleave.tuner.contender.ContenderResult;
import dev.cleave.tuner.contender.Missing;
import dev.cleave.tuner.contender.Roofline;
import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.stats.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A bench as {@code report.html}, made as the page of a tune is. */
public final class BenchPage implements BenchReport {
  static final String FILE_NAME = "report.html";

  private static final List<String> HEADER =
      List.of(
          "contender",
          "N",
          "command s [95 %]",
          "ratio to cp [95 %]",
          "durable s [95 %]",
          "ratio to cp [95 %]",
          "CPU s/GB",
          "peak MiB",
          "of the roofline");
  private static final List<Boolean> NUMERIC =
      List.of(false, true, true, true, true, true, true, true, true);
  private static final List<String> CONTENDER_HEADER =
      List.of("contender", "version", "command", "plan");
  private static final List<Boolean> CONTENDER_NUMERIC = List.of(false, false, false, false);

  /** Spelled out because javac warns of implicit constructors in exported packages. */
  public BenchPage() {}

  @Override
  public List<Path> write(BenchFindings findings, Path directory) throws IOException {
    return List.of(AtomicFile.write(directory.resolve(FILE_NAME), of(findings)));
  }

  private static String of(BenchFindings findings) throws IOException {
    BenchRun run = findings.run();
    List<ChartData> charts = BenchCharts.allOf(findings);
    SampleTable samples = SampleTable.of(run);
    Html body =
        all(
            header(findings),
            ChartImages.drawn().section(charts),
            figures(findings),
            contenders(run),
            samples.section(),
            StorageSection.of(run.source(), run.destination()),
            EnvironmentSection.of(run),
            Html.data("report-data", EmbeddedJson.of(PageData.of(charts, samples))));
    return Page.of("Cleave and its peers", element("main", body));
  }

  private static Html header(BenchFindings findings) {
    BenchRun run = findings.run();
    List<Html> sentences =
        BenchSentences.of(findings).stream().map(line -> element("p", line)).toList();
    String what =
        Sentences.capitalized(BenchSentences.heading(findings))
            + "; from "
            + run.source().path()
            + " ("
            + run.source().identity()
            + ") to "
            + run.destination().path()
            + " ("
            + run.destination().identity()
            + ").";
    return element(
        "header",
        all(
            element("h1", "Cleave and its peers"),
            styled("p", "lead", text(what)),
            all(sentences),
            Findings.warnings(run.warnings()),
            Findings.doubts(Doubt.allOf(run))));
  }

  private static Html figures(BenchFindings findings) {
    String explained =
        "Medians of all valid samples, each with its interval by order statistics; ratios of speed"
            + " are paired in rounds: the trimmed mean of their logarithms, with Student's"
            + " interval, from 3 rounds on. Peak memory is looked at every 5 ms.";
    return Html.section(
        "Figures",
        Html.styledTable(
            "sortable",
            HEADER,
            NUMERIC,
            findings.results().stream().map(result -> row(findings, result)).toList()),
        element("p", explained),
        all(BenchSentences.unused(findings).stream().map(it -> element("p", it)).toList()));
  }

  private static List<Html> row(BenchFindings findings, ContenderResult result) {
    Long peak = result.peakBytes();
    Roofline roofline = findings.roofline();
    return List.of(
        text(result.contender().name()),
        text(Integer.toString(result.seconds(Clock.COMMAND).n())),
        text(Figures.median(result.seconds(Clock.COMMAND))),
        text(ratio(findings, result, Clock.COMMAND)),
        text(Figures.median(result.seconds(Clock.DURABLE))),
        text(ratio(findings, result, Clock.DURABLE)),
        text(result.hasSamples() ? Figures.threeDigits(result.cpuSecondsPerGB()) : ""),
        text(peak == null ? "" : Figures.mebibytes((double) peak)),
        text(
            roofline == null || !result.hasSamples()
                ? ""
                : Figures.percent(roofline.shareOf(result))));
  }

  private static String ratio(BenchFindings findings, ContenderResult result, Clock clock) {
    Interval ratio = findings.ratioToCp(result, clock);
    if (ratio == null) {
      return result.contender().name().equals(findings.cp()) ? "1" : "";
    }
    return Figures.times(ratio.ratio()) + " [" + Figures.ends(ratio) + "]";
  }

  private static Html contenders(BenchRun run) {
    List<List<Html>> present = run.contenders().stream().map(BenchPage::contender).toList();
    List<Html> absent = run.missing().stream().map(BenchPage::missing).toList();
    return Html.section(
        "Who took part", Html.table(CONTENDER_HEADER, CONTENDER_NUMERIC, present), all(absent));
  }

  private static List<Html> contender(Contender contender) {
    CopyPlan plan = contender.plan();
    return List.of(
        text(contender.name()),
        text(contender.version()),
        element("code", contender.commandLine()),
        text(plan == null ? "" : plan.toString()));
  }

  private static Html missing(Missing missing) {
    return element("p", "Not there: " + missing.name() + ", " + missing.why());
  }
}

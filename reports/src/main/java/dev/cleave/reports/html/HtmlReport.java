package dev.cleave.reports.html;

import static dev.cleave.reports.html.Html.all;
import static dev.cleave.reports.html.Html.element;

import dev.cleave.reports.Report;
import dev.cleave.reports.chart.ChartCatalogue;
import dev.cleave.reports.chart.ChartData;
import dev.cleave.reports.json.EmbeddedJson;
import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.run.TuneRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The run as {@code report.html}: one file that opens offline, in light and dark, and prints. */
public final class HtmlReport implements Report {
  static final String FILE_NAME = "report.html";

  private final ChartImages images;

  public HtmlReport() {
    this(ChartImages.drawn());
  }

  HtmlReport(ChartImages images) {
    this.images = images;
  }

  @Override
  public List<Path> write(TuneRun run, Path directory) throws IOException {
    return List.of(AtomicFile.write(directory.resolve(FILE_NAME), page(run)));
  }

  String page(TuneRun run) throws IOException {
    String title = "Cleave: " + run.destination().path();
    List<ChartData> charts = ChartCatalogue.of(run);
    SampleTable samples = SampleTable.of(run);
    Html body =
        all(
            Findings.header(run),
            Findings.recommendations(run),
            Findings.limits(run),
            KnobFindings.section(run),
            images.section(charts),
            CandidateTables.section(run),
            Findings.notTried(run),
            samples.section(),
            StorageSection.of(run.source(), run.destination()),
            EnvironmentSection.of(run),
            Html.data("report-data", EmbeddedJson.of(PageData.of(charts, samples))));
    return Page.of(title, element("main", body));
  }
}

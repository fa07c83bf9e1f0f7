package dev.cleave.reports.chart;

import dev.cleave.reports.Report;
import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.run.TuneRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every chart as PNG and SVG in {@code charts/}. */
public final class ChartFiles implements Report {
  static final String DIRECTORY = "charts";

  @Override
  public List<Path> write(TuneRun run, Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    ChartRenderer renderer = ChartRenderer.headless();
    Path charts = directory.resolve(DIRECTORY);
    for (ChartData chart : ChartCatalogue.of(run)) {
      files.add(AtomicFile.write(charts.resolve(chart.name() + ".png"), renderer.png(chart)));
      files.add(AtomicFile.write(charts.resolve(chart.name() + ".svg"), renderer.svg(chart)));
    }
    return files;
  }
}

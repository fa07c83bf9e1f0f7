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

  public ChartFiles() {}

  @Override
  public List<Path> write(TuneRun run, Path directory) throws IOException {
    return write(ChartCatalogue.of(run), directory);
  }

  /**
   * Writes {@code charts/NAME.png} and {@code charts/NAME.svg} for each chart.
   *
   * @param directory of the run
   * @return the files
   */
  public static List<Path> write(List<? extends ChartData> drawn, Path directory)
      throws IOException {
    List<Path> files = new ArrayList<>();
    ChartRenderer renderer = ChartRenderer.headless();
    Path charts = directory.resolve(DIRECTORY);
    for (ChartData chart : drawn) {
      files.add(AtomicFile.write(charts.resolve(chart.name() + ".png"), renderer.png(chart)));
      files.add(AtomicFile.write(charts.resolve(chart.name() + ".svg"), renderer.svg(chart)));
    }
    return files;
  }
}

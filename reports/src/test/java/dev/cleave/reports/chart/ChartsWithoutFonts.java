package dev.cleave.reports.chart;

import dev.cleave.reports.TuneRuns;
import java.io.IOException;
import java.nio.file.Path;

/** Draws charts in a JVM of its own, whose environment a test prepared. */
final class ChartsWithoutFonts {
  private ChartsWithoutFonts() {}

  public static void main(String[] arguments) throws IOException {
    new ChartFiles().write(TuneRuns.oneCandidate(), Path.of(arguments[0]));
  }
}

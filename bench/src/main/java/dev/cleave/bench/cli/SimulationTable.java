package dev.cleave.bench.cli;

import dev.cleave.tuner.simulate.SimulationRow;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code cleave simulate} prints: a line a row, in percent but for the samples. */
final class SimulationTable {
  private static final double PERCENT = 100;
  private static final String WORDS = "%-8s %-20s %5s %6s %6s %6s %6s %6s %5s %6s %6s %7s %6s\n";

  private SimulationTable() {}

  static String of(List<SimulationRow> rows) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            WORDS,
            "strategy",
            "surface",
            "noise",
            "regret",
            "p95",
            "worse",
            "within",
            "tuned",
            "A/A",
            "cover",
            "bias",
            "samples",
            "share"));
    rows.forEach(row -> text.append(line(row)));
    return text.append(
            "In percent, but for the samples of a tune. regret: throughput lacking to the best, on"
                + " average and\nexceeded by one in twenty (p95); worse: than the default by over 1"
                + " %; within: 3 % of the best; A/A: default\nand twin said to differ; cover: 95 %"
                + " intervals that hold the true gain; bias: reported over true gain.\n")
        .toString();
  }

  private static String line(SimulationRow row) {
    return String.format(
        Locale.ROOT,
        WORDS,
        row.strategy(),
        row.surface().length() > 20 ? row.surface().substring(0, 20) : row.surface(),
        percent(row.noise(), 0),
        percent(row.regretMean(), 2),
        percent(row.regretP95(), 2),
        percent(row.worseThanDefault(), 2),
        percent(row.withinMargin(), 1),
        percent(row.tuned(), 1),
        percent(row.aaFalsePositives(), 1),
        percent(row.coverage(), 1),
        percent(row.gainBias(), 2),
        String.format(Locale.ROOT, "%.0f", row.samplesMean()),
        percent(row.samplesShare(), 0));
  }

  private static String percent(@Nullable Double share, int digits) {
    return share == null ? "" : String.format(Locale.ROOT, "%." + digits + "f", PERCENT * share);
  }
}

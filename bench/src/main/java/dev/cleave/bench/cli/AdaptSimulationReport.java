package dev.cleave.bench.cli;

import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.simulate.AdaptRow;
import java.util.List;
import java.util.Locale;

/**
 * What {@code cleave simulate --adapt} prints.
 *
 * @param schema {@value #SCHEMA}
 */
record AdaptSimulationReport(String schema, int copies, long seed, List<AdaptRow> rows) {
  static final String SCHEMA = "cleave.simulate-adapt/1";

  private static final double PERCENT = 100;

  String toJson() {
    return Json.PRETTY.writeValueAsString(this) + "\n";
  }

  /** A line a row. */
  String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-13s %5s %7s %7s %7s %7s %7s %8s %6s\n",
            "surface",
            "noise",
            "of best",
            "p5",
            "kept",
            "loss",
            "p95",
            "search s",
            "most"));
    rows.forEach(row -> text.append(line(row)));
    return text.append(
            "In percent, but for the seconds. of best: throughput to that of the best plan, on"
                + " average and not reached\nby one in twenty (p5); kept: the same of the kept plan"
                + " alone; loss: to the default, on average and exceeded\nby one in twenty (p95);"
                + " search s: until a copy stayed with one plan.\n")
        .toString();
  }

  private static String line(AdaptRow row) {
    return String.format(
        Locale.ROOT,
        "%-13s %5.0f %7.2f %7.2f %7.2f %7.3f %7.3f %8.1f %6.1f\n",
        row.surface(),
        PERCENT * row.noise(),
        PERCENT * row.ofBestMean(),
        PERCENT * row.ofBestP5(),
        PERCENT * row.keptOfBestMean(),
        PERCENT * row.lossMean(),
        PERCENT * row.lossP95(),
        row.searchSecondsMean(),
        row.searchSecondsMost());
  }
}

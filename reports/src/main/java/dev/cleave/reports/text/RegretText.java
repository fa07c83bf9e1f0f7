package dev.cleave.reports.text;

import dev.cleave.tuner.profile.RegretTable;
import java.util.List;
import java.util.Locale;

/** What plans lost in several runs, as a table for each size class and clock. */
public final class RegretText {
  private RegretText() {}

  public static String of(List<RegretTable> tables) {
    StringBuilder text = new StringBuilder();
    for (RegretTable table : tables) {
      text.append(text.isEmpty() ? "" : "\n");
      append(table, text);
    }
    return text.toString();
  }

  private static void append(RegretTable table, StringBuilder text) {
    text.append(table.sizeClass() + " files, " + table.clock() + " clock: regret in each run\n");
    text.append(String.format(Locale.ROOT, "  %-48s  %7s", "plan", "worst"));
    table.rows().getFirst().regret().byRun().keySet().forEach(run -> text.append("  " + run));
    text.append('\n');
    for (RegretTable.Row row : table.rows()) {
      text.append(
          String.format(Locale.ROOT, "  %-48s  %s", row.plan(), percent(row.regret().worst(), 7)));
      row.regret()
          .byRun()
          .forEach((run, regret) -> text.append("  " + percent(regret, run.length())));
      text.append('\n');
    }
  }

  private static String percent(double share, int width) {
    String text = String.format(Locale.ROOT, "%.1f %%", 100 * share);
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}

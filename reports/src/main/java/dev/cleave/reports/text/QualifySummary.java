package dev.cleave.reports.text;

import dev.cleave.tuner.qualify.DeviceQualification;
import dev.cleave.tuner.qualify.LoadShape;
import dev.cleave.tuner.qualify.MeasuredLoad;
import dev.cleave.tuner.qualify.PeerFigure;
import dev.cleave.tuner.qualify.QualifyRun;
import dev.cleave.tuner.qualify.RequirementResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A qualification for a terminal: a table of each device's requirements, and why. A row that is too
 * wide for a terminal goes on in the next line.
 */
public final class QualifySummary {
  private static final int NAME_COLUMNS = 20;
  private static final int GAP = 2;

  /** Requirement, verdict, metric and value; behind them the interval and the bound. */
  private static final int COLUMNS_THAT_STAY = 4;

  private QualifySummary() {}

  public static String of(QualifyRun run) {
    StringBuilder text = new StringBuilder();
    for (DeviceQualification device : run.devices()) {
      text.append(
              wrapped(
                  "%s: %s (%s, %s)"
                      .formatted(
                          device.directory(),
                          device.verdict(),
                          run.specification(),
                          device.storage().identity())))
          .append('\n');
      table(device, text);
      text.append('\n');
      device.requirements().forEach(it -> text.append(wrapped(it.name() + ": " + it.why())));
      device.loads().forEach(load -> shape(load, text));
      device.trends().forEach(trend -> text.append(wrapped("trend, " + trend)));
      device.warnings().forEach(warning -> text.append(wrapped("warning: " + warning)));
      text.append('\n');
    }
    return text.toString();
  }

  private static String wrapped(String text) {
    return Lines.wrapped(Lines.printable(text), "", "  ");
  }

  private static void table(DeviceQualification device, StringBuilder text) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("requirement", "verdict", "metric", "measured", "interval", "bound"));
    for (RequirementResult result : device.requirements()) {
      rows.add(
          List.of(
              Lines.cut(Lines.printable(result.name()), NAME_COLUMNS),
              result.verdict().toString(),
              QualifyFigures.metric(result),
              result.measured() == null
                  ? "-"
                  : QualifyFigures.value(result.measured(), result.unit()),
              QualifyFigures.interval(result),
              QualifyFigures.bound(result)));
    }
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    boolean fits = Arrays.stream(widths).sum() + GAP * (widths.length - 1) <= Lines.COLUMNS;
    for (List<String> row : rows) {
      text.append(fits ? line(row, widths, 0, row.size()) : lines(row, widths));
    }
  }

  private static String lines(List<String> row, int[] widths) {
    String rest = line(row, widths, COLUMNS_THAT_STAY, row.size());
    return line(row, widths, 0, COLUMNS_THAT_STAY) + (rest.isBlank() ? "" : "  " + rest);
  }

  private static String line(List<String> row, int[] widths, int from, int to) {
    StringBuilder line = new StringBuilder();
    for (int i = from; i < to; i++) {
      line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + GAP);
    }
    return line.toString().stripTrailing() + "\n";
  }

  private static void shape(MeasuredLoad load, StringBuilder text) {
    LoadShape shape = load.shape();
    if (shape != null && shape.cliff() != null) {
      text.append(
          wrapped(
              String.format(
                  Locale.ROOT,
                  "%s: burst %s up to %.1f s and %.2f GB, then %s",
                  load.name(),
                  QualifyFigures.value(shape.burst(), "B/s"),
                  shape.cliff().seconds(),
                  shape.cliff().bytes() / 1e9,
                  shape.sustained() == null
                      ? "no steady state"
                      : QualifyFigures.value(shape.sustained(), "B/s"))));
    }
    PeerFigure fio = load.measurement().peer();
    if (fio != null) {
      text.append(
          wrapped(
              String.format(
                  Locale.ROOT,
                  "%s: fio measures %s, %+.1f %% of ours, %s",
                  load.name(),
                  QualifyFigures.value(fio.bytesPerSecond(), "B/s"),
                  100 * fio.difference(),
                  fio.agrees() ? "they agree" : "they don't agree within 10 %")));
    }
  }
}

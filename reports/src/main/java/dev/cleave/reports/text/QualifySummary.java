package dev.cleave.reports.text;

import dev.cleave.tuner.qualify.DeviceQualification;
import dev.cleave.tuner.qualify.LoadShape;
import dev.cleave.tuner.qualify.MeasuredLoad;
import dev.cleave.tuner.qualify.PeerFigure;
import dev.cleave.tuner.qualify.QualifyRun;
import dev.cleave.tuner.qualify.RequirementResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A qualification for a terminal: a table of each device's requirements, and why. */
public final class QualifySummary {
  private QualifySummary() {}

  public static String of(QualifyRun run) {
    StringBuilder text = new StringBuilder();
    for (DeviceQualification device : run.devices()) {
      text.append(device.directory())
          .append(": ")
          .append(device.verdict())
          .append(" (")
          .append(run.specification())
          .append(", ")
          .append(device.storage().identity())
          .append(")\n\n");
      table(device, text);
      text.append('\n');
      device.requirements().forEach(it -> text.append(it.name() + ": " + it.why() + "\n"));
      device.loads().forEach(load -> shape(load, text));
      device.trends().forEach(trend -> text.append("trend, ").append(trend).append('\n'));
      device.warnings().forEach(it -> text.append("warning: ").append(it).append('\n'));
      text.append('\n');
    }
    return text.toString();
  }

  private static void table(DeviceQualification device, StringBuilder text) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("requirement", "verdict", "metric", "measured", "interval", "bound"));
    for (RequirementResult result : device.requirements()) {
      rows.add(
          List.of(
              result.name(),
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
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + 2);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private static void shape(MeasuredLoad load, StringBuilder text) {
    LoadShape shape = load.shape();
    if (shape != null && shape.cliff() != null) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s: burst %s up to %.1f s and %.2f GB, then %s%n",
              load.name(),
              QualifyFigures.value(shape.burst(), "B/s"),
              shape.cliff().seconds(),
              shape.cliff().bytes() / 1e9,
              shape.sustained() == null
                  ? "no steady state"
                  : QualifyFigures.value(shape.sustained(), "B/s")));
    }
    PeerFigure fio = load.measurement().peer();
    if (fio != null) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s: fio measures %s, %+.1f %% of ours, %s%n",
              load.name(),
              QualifyFigures.value(fio.bytesPerSecond(), "B/s"),
              100 * fio.difference(),
              fio.agrees() ? "they agree" : "they don't agree within 10 %"));
    }
  }
}

package dev.cleave.reports.text;

import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.CrossCheck;
import dev.cleave.tuner.device.Fact;
import dev.cleave.tuner.device.StorageStack;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code cleave probe} prints: the stack, each field with its value, origin and source. */
public final class ProbeText {
  private ProbeText() {}

  public static String of(StorageStack probed) {
    StringBuilder text = new StringBuilder();
    field(text, "path", probed.path());
    field(text, "mount", probed.mount().point() + " (" + probed.mount().source() + ")");
    field(text, "options", String.join(",", probed.mount().options()));
    field(text, "file system", probed.fileSystem());
    field(text, "device class", probed.deviceClass().toString());
    field(text, "identity", probed.identity());
    CrossCheck.contradictions(probed).forEach(warning -> field(text, "warning", warning));
    devices(probed).forEach(device -> text.append('\n').append(device(device, probed)));
    return text.toString();
  }

  /** Every device of the stack once, from the mounted one down to the leaves. */
  public static List<BlockDevice> devices(StorageStack probed) {
    return Stream.concat(probed.stack().stream(), probed.leaves().stream()).distinct().toList();
  }

  /** The value as people read it: {@code yes}, {@code 64}, {@code unknown}. */
  public static String value(Fact fact) {
    return switch (fact.value()) {
      case null -> "unknown";
      case Boolean truth -> truth ? "yes" : "no";
      case Object value -> value.toString();
    };
  }

  private static void field(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-13s %s%n", name, Lines.printable(value)));
  }

  private static String device(BlockDevice device, StorageStack probed) {
    String leaf = probed.leaves().contains(device) ? ", leaf" : "";
    String heading = Lines.printable(device.name()) + " (" + device.kind() + leaf + ")\n";
    int nameColumns = widest(device.facts().keySet().stream());
    int valueColumns = widest(device.facts().values().stream().map(ProbeText::value));
    String format = "  %-" + nameColumns + "s  %-" + valueColumns + "s  %-8s  %s";
    return device.facts().entrySet().stream()
        .map(fact -> line(format, fact.getKey(), fact.getValue()))
        .collect(Collectors.joining("", heading, ""));
  }

  private static String line(String format, String name, Fact fact) {
    return Lines.printable(
                String.format(Locale.ROOT, format, name, value(fact), fact.origin(), fact.source()))
            .stripTrailing()
        + "\n";
  }

  private static int widest(Stream<String> texts) {
    return Math.max(1, texts.mapToInt(String::length).max().orElse(1));
  }
}

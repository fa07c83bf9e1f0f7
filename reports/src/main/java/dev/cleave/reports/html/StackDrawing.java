package dev.cleave.reports.html;

import static dev.cleave.reports.html.Html.all;
import static dev.cleave.reports.html.Html.element;
import static dev.cleave.reports.html.Html.styled;
import static dev.cleave.reports.html.Html.text;

import dev.cleave.engine.ByteSize;
import dev.cleave.reports.text.ProbeText;
import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.Fact;
import dev.cleave.tuner.device.StorageStack;
import java.util.ArrayList;
import java.util.List;

/** The stack as boxes below each other: the file system, the layers, the leaves side by side. */
final class StackDrawing {
  /** Facts that tell devices apart at a glance, if they are known. */
  private static final List<String> SHOWN = List.of("model", "rotational", "scheduler");

  private StackDrawing() {}

  static Html of(StorageStack probed) {
    List<Html> levels = new ArrayList<>();
    levels.add(
        level(
            List.of(
                box(probed.fileSystem() + " on " + probed.mount().point(), probed.path(), ""))));
    probed.stack().stream()
        .filter(device -> !probed.leaves().contains(device))
        .map(device -> level(List.of(box(device))))
        .forEach(levels::add);
    levels.add(level(probed.leaves().stream().map(StackDrawing::box).toList()));
    return styled("div", "stack", all(levels));
  }

  private static Html level(List<Html> boxes) {
    return styled("div", "level", all(boxes));
  }

  private static Html box(BlockDevice device) {
    List<String> facts = new ArrayList<>();
    if (device.fact("sizeBytes").value() instanceof Long bytes) {
      facts.add(ByteSize.format(bytes));
    }
    for (String name : SHOWN) {
      Fact fact = device.fact(name);
      if (fact.value() != null) {
        facts.add(name + " " + ProbeText.value(fact));
      }
    }
    return box(device.name(), device.kind(), String.join(", ", facts));
  }

  private static Html box(String name, String kind, String facts) {
    return styled(
        "div",
        "box",
        all(
            element("strong", name),
            styled("span", "quiet", text(kind)),
            facts.isEmpty() ? Html.NOTHING : styled("span", "quiet", text(facts))));
  }
}

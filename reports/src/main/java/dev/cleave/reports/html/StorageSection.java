package dev.cleave.reports.html;

import static dev.cleave.reports.html.Html.all;
import static dev.cleave.reports.html.Html.element;
import static dev.cleave.reports.html.Html.text;

import dev.cleave.reports.text.ProbeText;
import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.StorageStack;
import java.util.List;

/** What stores the bytes, each fact with its origin. */
final class StorageSection {
  private static final List<String> HEADER = List.of("fact", "value", "origin", "source");
  private static final List<Boolean> NUMERIC = List.of(false, false, false, false);

  private StorageSection() {}

  static Html of(StorageStack source, StorageStack destination) {
    return source.stack().equals(destination.stack())
        ? Html.section("Storage", stack(destination))
        : all(
            Html.section("Storage of the source", stack(source)),
            Html.section("Storage of the destination", stack(destination)));
  }

  /** One stack by itself. */
  static Html of(StorageStack probed) {
    return Html.section("Storage of " + probed.path(), stack(probed));
  }

  private static Html stack(StorageStack probed) {
    String mount =
        "%s: %s, mounted at %s from %s (%s); device class %s, known as %s"
            .formatted(
                probed.path(),
                probed.fileSystem(),
                probed.mount().point(),
                probed.mount().source(),
                String.join(",", probed.mount().options()),
                probed.deviceClass(),
                probed.identity());
    return all(
        element("p", mount),
        StackDrawing.of(probed),
        Html.details("Every fact, and where it comes from", facts(probed)));
  }

  private static Html facts(StorageStack probed) {
    return all(ProbeText.devices(probed).stream().map(d -> device(d, probed)).toList());
  }

  private static Html device(BlockDevice device, StorageStack probed) {
    String leaf = probed.leaves().contains(device) ? ", leaf" : "";
    List<List<Html>> facts =
        device.facts().entrySet().stream()
            .map(
                fact ->
                    List.of(
                        text(fact.getKey()),
                        text(ProbeText.value(fact.getValue())),
                        text(fact.getValue().origin().toString()),
                        text(fact.getValue().source())))
            .toList();
    return all(
        element("h3", device.name() + " (" + device.kind() + leaf + ")"),
        facts.isEmpty() ? Html.NOTHING : Html.table(HEADER, NUMERIC, facts));
  }
}

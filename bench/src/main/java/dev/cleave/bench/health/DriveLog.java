package dev.cleave.bench.health;

import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * The log that a drive keeps of itself, by {@code smartctl --json} (smartmontools 7) or, for NVMe
 * drives, {@code nvme smart-log} (nvme-cli).
 *
 * @param content null, as JSON has it, where there is none
 * @param origin the command, or why there is none
 */
record DriveLog(JsonNode content, String origin) {
  /** One of them is in each log that says anything: a virtual disk's holds but an error. */
  private static final Set<String> SECTIONS =
      Set.of(
          "smart_status",
          "ata_smart_attributes",
          "nvme_smart_health_information_log",
          "scsi_error_counter_log",
          "critical_warning");

  /** What grows when a drive fails or wears, by its name in either tool's JSON. */
  private static final Set<String> TELLING =
      Set.of(
          "critical_warning",
          "media_errors",
          "num_err_log_entries",
          "percentage_used",
          "percent_used",
          "scsi_grown_defect_list");

  /** The same in a SATA drive's table: reallocated, uncorrectable, timed out, pending, CRC. */
  private static final Set<Integer> TELLING_ATTRIBUTES = Set.of(5, 187, 188, 196, 197, 198, 199);

  static DriveLog of(String device, BoundedTool tools) {
    Path smartctl = tools.find("smartctl");
    Path nvme = device.startsWith("nvme") ? tools.find("nvme") : null;
    String node = "/dev/" + device;
    DriveLog found =
        smartctl == null
            ? missing("smartctl is not installed")
            : printed(tools, List.of(smartctl.toString(), "--json", "--all", node));
    if (found.content().isNull() && nvme != null) {
      List<String> command = List.of(nvme.toString(), "smart-log", "--output-format=json", node);
      return printed(tools, command);
    }
    return found;
  }

  private static DriveLog printed(BoundedTool tools, List<String> command) {
    try {
      JsonNode json = Json.LINE.readTree(tools.output(command));
      String words = String.join(" ", command);
      return json.propertyNames().stream().anyMatch(SECTIONS::contains)
          ? new DriveLog(json, words)
          : missing("the device keeps none: " + words);
    } catch (IOException | JacksonException e) {
      return missing(command.getFirst() + ": " + e.getMessage());
    }
  }

  private static DriveLog missing(String why) {
    return new DriveLog(NullNode.getInstance(), why);
  }

  /** The telling numbers of a log, by their names. */
  static Map<String, Long> telling(JsonNode log) {
    Map<String, Long> numbers = new TreeMap<>();
    collect(log, numbers);
    JsonNode passed = log.at("/smart_status/passed");
    if (passed.isBoolean()) {
      numbers.put("failed self-assessment", passed.asBoolean() ? 0L : 1L);
    }
    for (JsonNode attribute : log.at("/ata_smart_attributes/table")) {
      JsonNode raw = attribute.at("/raw/value");
      if (TELLING_ATTRIBUTES.contains(attribute.path("id").asInt(0)) && raw.isIntegralNumber()) {
        numbers.put(
            attribute.path("name").asString("") + " (" + attribute.path("id") + ")", raw.asLong(0));
      }
    }
    return numbers;
  }

  private static void collect(JsonNode node, Map<String, Long> numbers) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (TELLING.contains(field.getKey()) && field.getValue().isIntegralNumber()) {
        numbers.put(field.getKey(), field.getValue().asLong(0));
      }
      collect(field.getValue(), numbers);
    }
  }
}

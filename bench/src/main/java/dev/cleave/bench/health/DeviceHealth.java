package dev.cleave.bench.health;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What was known of one device's health at one time.
 *
 * @param name as {@code nvme0n1}
 * @param log what {@code smartctl} or nvme-cli printed as JSON; null where neither did
 * @param logOrigin the command that printed it, or why there is none
 * @param pcieErrors counts since the machine started, by the PCI address and the kernel's word for
 *     them, as {@code 0000:01:00.0 TOTAL_ERR_COR}; empty where nothing counts them
 * @param kernelLog the lines of the kernel's log that name the device, the oldest first
 * @param kernelLogOrigin the command that printed them, or why there are none
 */
public record DeviceHealth(
    String name,
    JsonNode log,
    String logOrigin,
    Map<String, Long> pcieErrors,
    List<String> kernelLog,
    String kernelLogOrigin) {
  public DeviceHealth {
    pcieErrors = Collections.unmodifiableMap(new TreeMap<>(pcieErrors));
    kernelLog = List.copyOf(kernelLog);
  }
}

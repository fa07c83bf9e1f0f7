package dev.cleave.tuner.device;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One device of a storage stack.
 *
 * @param name as in /sys/block or /sys/class/block ({@code nvme0n1p2}), or for what is no block
 *     device its type ({@code tmpfs}) or, over the network, its source ({@code host:/export})
 * @param kind what it is in the stack: {@code partition}, {@code disk}, {@code loop}, {@code dm},
 *     {@code md}, {@code memory}, {@code network}, {@code unknown}, ...
 * @param facts by name ({@code rotational}, {@code nrRequests}, {@code queueDepth}, {@code
 *     scheduler}, ...), in the order in which they are shown
 */
public record BlockDevice(String name, String kind, Map<String, Fact> facts) {
  public BlockDevice {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** The fact of that name; unknown if the probe has none. */
  public Fact fact(String factName) {
    Fact fact = facts.get(factName);
    return fact == null ? Fact.unknown("not looked up for ".concat(name)) : fact;
  }
}

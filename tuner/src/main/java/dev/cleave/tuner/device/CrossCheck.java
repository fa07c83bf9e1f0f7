package dev.cleave.tuner.device;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds what devices report against what a short measurement shows. Virtual disks report {@code
 * rotational=1} whatever they are: that is said, and corrected nowhere.
 */
public final class CrossCheck {
  public static final String RANDOM_READ_MICROS = "randomReadMicros";

  /**
   * A head needs about 4 ms on average for half a turn at 7,200 turns a minute, and 2 ms at 15,000,
   * before it has moved at all.
   */
  private static final long FASTER_THAN_A_HEAD_MICROS = 1_000;

  private static final long SLOWER_THAN_FLASH_MICROS = 3_000;

  /** What lies below is read at the same speed through them. */
  private static final Set<String> TRANSPARENT = Set.of("partition", "overlay");

  private CrossCheck() {}

  /** The stack with a measurement of {@link #RANDOM_READ_MICROS} added. */
  public static StorageStack measured(StorageStack stack, ReadTimer timer) {
    BlockDevice read = whatIsRead(stack);
    Map<String, Fact> facts = new LinkedHashMap<>(read.facts());
    facts.put(RANDOM_READ_MICROS, timer.randomReadMicros(stack));
    BlockDevice measured = new BlockDevice(read.name(), read.kind(), facts);
    return new StorageStack(
        stack.path(),
        stack.mount(),
        stack.fileSystem(),
        stack.deviceClass(),
        stack.stack().stream().map(device -> device.equals(read) ? measured : device).toList(),
        stack.leaves().stream().map(device -> device.equals(read) ? measured : device).toList(),
        stack.identity());
  }

  /**
   * The device that a measurement speaks for: the leaf if nothing but partitions lies above it,
   * else the uppermost device, since an array or a loop device may hide what is slow below.
   */
  private static BlockDevice whatIsRead(StorageStack stack) {
    return stack.stack().stream()
        .filter(device -> !TRANSPARENT.contains(device.kind()))
        .findFirst()
        .orElse(stack.leaves().getFirst());
  }

  /** One sentence for each device whose report doesn't fit what was measured. */
  public static List<String> contradictions(StorageStack stack) {
    List<String> found = new ArrayList<>();
    for (BlockDevice device : stack.stack()) {
      if (device.fact(RANDOM_READ_MICROS).value() instanceof Long micros
          && device.fact("rotational").value() instanceof Boolean rotates) {
        addContradiction(device.name(), rotates, micros, found);
      }
    }
    return found;
  }

  private static void addContradiction(
      String name, boolean rotates, long micros, List<String> found) {
    if (rotates && micros < FASTER_THAN_A_HEAD_MICROS) {
      found.add(
          ("%s reports that it rotates, but 4 KiB random reads take %d µs: too fast for a disk"
                  + " with heads, unless a cache answers; don't trust rotational")
              .formatted(name, micros));
    } else if (!rotates && micros > SLOWER_THAN_FLASH_MICROS) {
      found.add(
          ("%s reports that it doesn't rotate, but 4 KiB random reads take %d µs: as slow as a"
                  + " disk with heads, so it is one, or is throttled or busy")
              .formatted(name, micros));
    }
  }
}

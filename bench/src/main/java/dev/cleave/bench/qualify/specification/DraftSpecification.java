package dev.cleave.bench.qualify.specification;

import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.StorageStack;
import org.jspecify.annotations.Nullable;

/** A specification to begin with: the device's facts as the probe sees them, and usual loads. */
public final class DraftSpecification {
  private static final String LOADS =
      """

      # Bounds to replace by what this device must do. Units are required: MB is 10^6, MiB is 2^20.
      requirements:
        - name: sequential read
          workload: sequential-read
          block: 1 MiB
          queue-depth: 32
          file-size: 1 GiB
          run: 30 s
          metric: throughput
          at-least: 100 MB/s
        - name: sequential write, sustained
          workload: sequential-write
          block: 1 MiB
          queue-depth: 32
          file-size: 1 GiB
          run: 2 min
          window: 2 s
          metric: throughput
          part: sustained
          # Behind which load the device is at rest: beyond its write cache, in bytes and time.
          after-written: 2 GiB
          after-time: 30 s
          at-least: 50 MB/s
        - name: random read
          workload: random-read
          block: 4 KiB
          queue-depth: 32
          file-size: 1 GiB
          run: 30 s
          metric: operations
          at-least: 1000 /s
        - name: fdatasync
          workload: fdatasync
          run: 30 s
          metric: latency
          percentile: 99 %
          at-most: 10 ms
        - name: integrity
          workload: integrity
          file-size: 256 MiB
          run: 30 s
          metric: bad-blocks
          at-most: 0 blocks
      """;

  private DraftSpecification() {}

  /** The whole file, with comments. */
  public static String of(StorageStack stack) {
    StringBuilder text = new StringBuilder();
    text.append(
        "# A specification for 'cleave qualify --spec FILE DIR'; drafted from the probe of\n");
    text.append("# ").append(clean(stack.path())).append(": ").append(clean(stack.identity()));
    text.append("\nqualify: 1\nname: ").append(quoted(stack.deviceClass().toString()));
    text.append("\nwrite-budget: 100 GiB\n\n");
    text.append("# What the device must be; * stands for anything. Remove what doesn't matter.\n");
    text.append("device:\n  class: ").append(stack.deviceClass()).append('\n');
    text.append("  file-system: ").append(quoted(stack.fileSystem())).append('\n');
    BlockDevice leaf = stack.leaves().getFirst();
    for (String key : new String[] {"model", "firmware", "scheduler"}) {
      add(text, key, leaf.fact(key).value());
    }
    add(text, "write-cache", leaf.fact("writeCache").value());
    Object link = leaf.fact("link").value();
    if (link != null && FactRequirement.isLink(link.toString())) {
      add(text, "link", link);
    }
    return text + LOADS;
  }

  private static void add(StringBuilder text, String key, @Nullable Object value) {
    if (value != null && !value.toString().isBlank()) {
      text.append("  ").append(key).append(": ").append(quoted(value.toString().strip()));
      text.append('\n');
    }
  }

  /** In YAML's double quotes, which know JSON's escapes. */
  private static String quoted(String text) {
    return '"' + clean(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}

package dev.cleave.bench.trial;

import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.StorageStack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of the block devices behind a sample, as in /proc/diskstats.
 *
 * @param source those the source is read from, whose traffic is counted; empty where there are
 *     none, as on tmpfs
 * @param target those the copies are written to, likewise
 * @param limited all those, of both stacks, whose use a control group may limit
 */
public record TrialDevices(List<String> source, List<String> target, List<String> limited) {
  public static final TrialDevices NONE = new TrialDevices(List.of(), List.of(), List.of());

  /** What is no block device has nothing to count sectors of. */
  private static final Set<String> NO_BLOCK_DEVICE =
      Set.of("memory", "network", "overlay", "unknown");

  public TrialDevices {
    source = List.copyOf(source);
    target = List.copyOf(target);
    limited = List.copyOf(limited);
  }

  public static TrialDevices of(StorageStack source, StorageStack target) {
    Set<String> limited = new LinkedHashSet<>(blockDevices(source.stack()));
    limited.addAll(blockDevices(target.stack()));
    return new TrialDevices(counted(source), counted(target), List.copyOf(limited));
  }

  /** The leaves; where those are no block devices, as below a loop device on tmpfs, that device. */
  private static List<String> counted(StorageStack stack) {
    List<String> leaves = blockDevices(stack.leaves());
    List<String> all = blockDevices(stack.stack());
    return leaves.isEmpty() && !all.isEmpty() ? List.of(all.getLast()) : leaves;
  }

  private static List<String> blockDevices(List<BlockDevice> devices) {
    List<String> names = new ArrayList<>();
    for (BlockDevice device : devices) {
      if (!NO_BLOCK_DEVICE.contains(device.kind())) {
        names.add(device.name());
      }
    }
    return names;
  }
}

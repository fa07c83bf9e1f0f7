package dev.cleave.tuner.device;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One walk from a mount down to the devices at the bottom: through partitions, stacked devices, the
 * files behind loop devices and the upper directories of overlays. Of one thread.
 *
 * <p>Ends on any input: what was seen is not entered again, and what lies on itself is a leaf of
 * kind unknown.
 */
final class StackWalk {
  private final MountTable mounts;
  private final BlockTree tree;
  private final FactScope scope;
  private final List<BlockDevice> stack = new ArrayList<>();
  private final List<BlockDevice> leaves = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> above = new HashSet<>();

  StackWalk(MountTable mounts, BlockTree tree, FactScope scope) {
    this.mounts = mounts;
    this.tree = tree;
    this.scope = scope;
  }

  List<BlockDevice> stack() {
    return stack;
  }

  List<BlockDevice> leaves() {
    return leaves;
  }

  void mount(MountLine line) {
    String type = line.fileSystem();
    String source = line.mount().source();
    switch (FileSystemFamily.of(type)) {
      case BLOCK -> devices(line);
      case MEMORY -> leaf(new BlockDevice(type, "memory", Map.of()));
      case NETWORK -> leaf(new BlockDevice(source, "network", Map.of()));
      case OVERLAY -> overlay(line);
      case FUSE -> unknownLeaf(type, "only the process that serves it knows where");
    }
  }

  void unknownLeaf(String name, String reason) {
    leaf(new BlockDevice(name, "unknown", Map.of("device", Fact.unknown(reason))));
  }

  private void devices(MountLine line) {
    List<String> names = tree.devicesOf(line);
    for (String name : names) {
      device(name);
    }
    if (names.isEmpty()) {
      String source = line.mount().source();
      unknownLeaf(
          BlockTree.nameOfNode(source),
          String.join(" ", "no block device in /sys for", source, line.mount().device()));
    }
  }

  private void overlay(MountLine line) {
    String option = line.option("upperdir");
    if (option == null) {
      unknownLeaf(line.fileSystem(), "the overlay has no upper directory");
      return;
    }
    String key = line.mount().point();
    if (!enter(key, line.fileSystem())) {
      return;
    }
    String upper = unescaped(option);
    Map<String, Fact> facts = Map.of("upperDirectory", Fact.reported(upper, "mount options"));
    stack.add(new BlockDevice(line.fileSystem(), "overlay", facts));
    file(upper, line.fileSystem());
    above.remove(key);
  }

  /** Who mounts an overlay escapes commas and colons by a backslash; the kernel shows it so. */
  private static String unescaped(String option) {
    StringBuilder path = new StringBuilder(option.length());
    for (int i = 0; i < option.length(); i++) {
      boolean escape = option.charAt(i) == '\\' && i + 1 < option.length();
      path.append(option.charAt(escape ? ++i : i));
    }
    return path.toString();
  }

  private void device(String name) {
    if (!enter(name, name)) {
      return;
    }
    below(name);
    above.remove(name);
  }

  private void below(String name) {
    String disk = tree.diskOf(name);
    if (disk != null) {
      inner(name, "partition", Map.of());
      device(disk);
      return;
    }
    String kind = BlockKind.of(name);
    Fact backing = tree.backingFile(name);
    if (backing.value() instanceof String path) {
      inner(name, kind, Map.of("backingFile", backing));
      behindLoop(path, name);
      return;
    }
    List<String> slaves = tree.slavesOf(name);
    if (slaves.isEmpty()) {
      leaf(new BlockDevice(name, kind, scope.read(tree.block(name), true)));
      return;
    }
    inner(name, kind, Map.of("mapping", tree.mapping(name)));
    for (String slave : slaves) {
      device(slave);
    }
  }

  private void behindLoop(String path, String loop) {
    String device = path.startsWith("/dev/") ? tree.named(path) : null;
    if (device != null) {
      device(device);
    } else {
      file(path, loop);
    }
  }

  /** Goes on where a file or directory lies that the kernel named: maybe not visible to us. */
  private void file(String path, String holder) {
    try {
      MountLine line = mounts.mountOf(Path.of(path).toRealPath());
      if (line != null) {
        mount(line);
        return;
      }
      unknownLeaf(holder, "no mount holds " + path);
    } catch (IOException | InvalidPathException e) {
      unknownLeaf(holder, "not visible from here: ".concat(path));
    }
  }

  /** Whether to go into it: false if it was seen before, and a leaf if it lies on itself. */
  private boolean enter(String key, String name) {
    if (above.contains(key)) {
      unknownLeaf(name, name + " lies on itself");
    }
    return seen.add(key) && above.add(key);
  }

  private void inner(String name, String kind, Map<String, Fact> own) {
    Map<String, Fact> facts = new LinkedHashMap<>(own);
    facts.putAll(scope.read(tree.block(name), false));
    stack.add(new BlockDevice(name, kind, facts));
  }

  private void leaf(BlockDevice device) {
    stack.add(device);
    leaves.add(device);
  }
}

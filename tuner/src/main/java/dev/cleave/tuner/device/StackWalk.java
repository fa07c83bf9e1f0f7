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
  /** The kernel's own limit for what lies on each other is far below. */
  private static final int MOST_LAYERS = 64;

  private final MountTable mounts;
  private final CgroupLimits limits;
  private final BlockTree tree;
  private final FactScope scope;
  private final List<BlockDevice> stack = new ArrayList<>();
  private final List<BlockDevice> leaves = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> above = new HashSet<>();

  StackWalk(MountTable mounts, CgroupLimits limits, BlockTree tree, FactScope scope) {
    this.mounts = mounts;
    this.limits = limits;
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
      case NETWORK -> leaf(new BlockDevice(source, "network", networkFacts(line)));
      case OVERLAY -> overlay(line);
      case POOL -> pool(line);
      case FUSE -> unknownLeaf(type, "only the process that serves it knows where");
    }
  }

  void unknownLeaf(String name, String reason) {
    leaf(new BlockDevice(name, "unknown", Map.of("device", Fact.unknown(reason))));
  }

  private void devices(MountLine line) {
    String name = tree.deviceOf(line);
    if (name == null) {
      String source = line.mount().source();
      unknownLeaf(
          BlockTree.nameOfNode(source),
          String.join(" ", "no block device in /sys for", source, line.mount().device()));
      return;
    }
    BtrfsVolume volume = line.fileSystem().equals("btrfs") ? tree.btrfs(name) : null;
    if (volume == null || volume.members().size() == 1) {
      device(name);
      return;
    }
    stack.add(new BlockDevice(volume.uuid(), "btrfs", volume.facts()));
    members(volume.members(), "btrfs");
  }

  private void members(List<String> names, String holder) {
    for (String name : names) {
      if (tree.contains(name)) {
        device(name);
      } else {
        unknownLeaf(name, String.join(" ", "a member of", holder, "but no block device in /sys"));
      }
    }
  }

  private void pool(MountLine line) {
    String source = line.mount().source();
    int slash = source.indexOf('/');
    String name = slash < 0 ? source : source.substring(0, slash);
    unknownLeaf(name, "/sys has no members of zfs pools: see zpool status ".concat(name));
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
    if (above.size() >= MOST_LAYERS) {
      unknownLeaf(name, "too many layers above ".concat(name));
      return;
    }
    if (!enter(name, name)) {
      return;
    }
    below(name);
    above.remove(name);
  }

  private void below(String name) {
    if (tree.isPartition(name)) {
      partition(name);
      return;
    }
    String kind = BlockKind.of(name);
    LayerFacts layer = tree.layer(name);
    if (kind.equals("loop")) {
      loop(name, layer);
      return;
    }
    List<String> slaves = tree.slavesOf(name);
    if (!slaves.isEmpty()) {
      inner(name, kind, layerFacts(layer, kind));
      members(slaves, name);
    } else if (BlockKind.isStacked(name)) {
      inner(name, kind, layerFacts(layer, kind));
      unknownLeaf(name, "/sys doesn't show what it lies on: ".concat(name));
    } else {
      leaf(new BlockDevice(name, kind, facts(name, true)));
    }
  }

  private void partition(String name) {
    inner(name, "partition", Map.of());
    String disk = tree.diskOf(name);
    if (disk == null) {
      unknownLeaf(name, "/sys doesn't show the disk of partition ".concat(name));
    } else {
      device(disk);
    }
  }

  private void loop(String name, LayerFacts layer) {
    Fact backing = layer.backingFile();
    inner(name, "loop", layerFacts(layer, "loop"));
    if (backing.value() instanceof String path) {
      behindLoop(path, name);
    } else {
      unknownLeaf(name, backing.source());
    }
  }

  /** Of what makes a device out of others an identity needs no more than one word. */
  private Map<String, Fact> layerFacts(LayerFacts layer, String kind) {
    if (scope != FactScope.IDENTITY) {
      return layer.of(kind);
    }
    return kind.equals("loop") ? Map.of() : Map.of("mapping", layer.mapping(kind));
  }

  private Map<String, Fact> networkFacts(MountLine line) {
    return scope == FactScope.ALL ? tree.networkFacts(line) : Map.of();
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
    facts.putAll(facts(name, false));
    stack.add(new BlockDevice(name, kind, facts));
  }

  private Map<String, Fact> facts(String name, boolean isLeaf) {
    SysBlock block = tree.block(name);
    Map<String, Fact> facts = new LinkedHashMap<>(scope.read(block, isLeaf));
    if (scope == FactScope.ALL && !block.isPartition()) {
      facts.put("cgroupLimits", limit(block.number()));
    }
    return facts;
  }

  private Fact limit(Fact number) {
    return number.value() instanceof String majorMinor ? limits.of(majorMinor) : number;
  }

  private void leaf(BlockDevice device) {
    stack.add(device);
    leaves.add(device);
  }
}

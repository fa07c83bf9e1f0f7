package dev.cleave.tuner.device;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Finds what stores the bytes of a path: its mount, and the devices from there down to the leaves.
 *
 * <p>Never throws for what it finds: what can't be read or isn't known is {@code unknown}, with the
 * reason. Safe for several threads; nothing is kept between calls, since mounts change.
 */
public final class StorageProbe {
  private static final String UNKNOWN = "unknown";

  private final Path procRoot;
  private final Path mountInfo;
  private final BlockTree tree;

  /**
   * @param procRoot a directory as /proc
   * @param sysRoot a directory as /sys
   */
  public StorageProbe(Path procRoot, Path sysRoot) {
    this.procRoot = procRoot;
    this.mountInfo = procRoot.resolve("self/mountinfo");
    this.tree = new BlockTree(sysRoot);
  }

  public static StorageProbe ofThisMachine() {
    return new StorageProbe(Path.of("/proc"), Path.of("/sys"));
  }

  /** The storage stack under a path; where nothing is yet, under its nearest existing parent. */
  public StorageStack probe(Path path) {
    return stackUnder(path, FactScope.ALL);
  }

  /**
   * The same as {@code probe(path).identity()}, with the few files read that it needs: it lies on
   * the start-up path of every copy.
   */
  public String identity(Path path) {
    return stackUnder(path, FactScope.IDENTITY).identity();
  }

  /** The same with no other facts than {@link StackTraits} are made of: for a copy's start too. */
  public StorageStack recognize(Path path) {
    return stackUnder(path, FactScope.TRAITS);
  }

  private StorageStack stackUnder(Path path, FactScope scope) {
    try {
      MountTable mounts = MountTable.read(mountInfo);
      StackWalk walk = new StackWalk(mounts, new CgroupLimits(mounts, procRoot), tree, scope);
      MountLine line = mounts.mountOf(existing(path));
      if (line == null) {
        return unknownStack(path, "no mount holds " + path.toAbsolutePath());
      }
      walk.mount(line);
      return stack(path, line.mount(), line.fileSystem(), walk.stack(), walk.leaves());
    } catch (IOException e) {
      return unknownStack(path, "unreadable: " + mountInfo + ": " + e.getMessage());
    }
  }

  private static StorageStack unknownStack(Path path, String reason) {
    BlockDevice leaf = new BlockDevice(UNKNOWN, UNKNOWN, Map.of("device", Fact.unknown(reason)));
    Mount mount = new Mount(UNKNOWN, UNKNOWN, UNKNOWN, List.of());
    return stack(path, mount, UNKNOWN, List.of(leaf), List.of(leaf));
  }

  private static StorageStack stack(
      Path path,
      Mount mount,
      String fileSystem,
      List<BlockDevice> stack,
      List<BlockDevice> leaves) {
    return new StorageStack(
        path.toAbsolutePath().toString(),
        mount,
        fileSystem,
        DeviceClass.of(leaves),
        stack,
        leaves,
        StackIdentity.of(fileSystem, stack, leaves));
  }

  /** The real path, without symbolic links, of the path or of the nearest parent that has one. */
  private static Path existing(Path path) {
    for (Path at = path.toAbsolutePath(); at.getParent() != null; at = at.getParent()) {
      try {
        return at.toRealPath();
      } catch (IOException e) {
        // not there, or not ours to enter: its parent lies on the mount it would lie on
      }
    }
    return path.toAbsolutePath().getRoot();
  }
}

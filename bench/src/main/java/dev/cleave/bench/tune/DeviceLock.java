package dev.cleave.bench.tune;

import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.StorageStack;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second tune away from the same devices: a locked file for each of them, with the holder's
 * process id in it. The kernel drops the locks of whoever dies.
 *
 * <p>Names are those of the leaf devices, so that two file systems on one disk exclude each other.
 */
public final class DeviceLock implements AutoCloseable {
  private static final Object GONE = new Object();

  private final List<Held> held;

  private DeviceLock(List<Held> held) {
    this.held = held;
  }

  private record Held(Path file, FileChannel channel) {}

  /**
   * Locks all devices of both stacks, or none.
   *
   * @param directory of the lock files, the same for every user
   * @throws RefusedException if another tune has one of them
   */
  public static DeviceLock of(Path directory, StorageStack source, StorageStack destination)
      throws IOException {
    Set<String> names = new TreeSet<>(); // in one order, so that two tunes can't each hold one
    names.addAll(names(source));
    names.addAll(names(destination));
    DeviceLock lock = new DeviceLock(new ArrayList<>());
    try {
      for (String name : names) {
        lock.held.add(lock(directory.resolve("cleave-" + name + ".lock"), name));
      }
      return lock;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** What is no block device has no name of its own: its file system's number has to do. */
  private static List<String> names(StorageStack stack) {
    List<String> names = new ArrayList<>();
    for (BlockDevice leaf : stack.leaves()) {
      names.add(leaf.kind().equals("disk") ? leaf.name() : stack.mount().device());
    }
    return names.stream().map(name -> name.replaceAll("[^A-Za-z0-9._-]", "-")).toList();
  }

  /**
   * The name must lead to the same file before and after, lest its last holder removed it
   * meanwhile. It is only looked at: closing any descriptor of a file drops all of a process's
   * locks on it (fcntl(2), "Record locks are automatically released").
   */
  private static Held lock(Path file, String device) throws IOException {
    while (true) {
      create(file);
      Object before = inode(file);
      FileChannel channel = open(file);
      if (channel != null) {
        if (tryLock(channel) == null) {
          String holder = read(channel);
          channel.close();
          throw new RefusedException(
              "another run is measuring " + device + ", process " + holder + "; wait for its end");
        }
        if (before.equals(inode(file))) {
          channel.truncate(0);
          channel.write(ascii(ProcessHandle.current().pid() + "\n"), 0);
          return new Held(file, channel);
        }
        channel.close();
      }
    }
  }

  private static Object inode(Path file) throws IOException {
    try {
      return Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException gone) {
      return GONE;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  /**
   * Null if it is gone. Not created by an open that may create: in a sticky directory that fails on
   * others' files.
   */
  private static @Nullable FileChannel open(Path file) throws IOException {
    try {
      return FileChannel.open(
          file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException gone) {
      return null;
    }
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    } catch (FileAlreadyExistsException another) {
      // then it can be opened
    }
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(32);
    channel.read(text, 0);
    return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
  }

  /** Removes the files while they are still locked. */
  @Override
  public void close() throws IOException {
    for (Held each : held.reversed()) {
      Files.deleteIfExists(each.file());
      each.channel().close();
    }
    held.clear();
  }
}

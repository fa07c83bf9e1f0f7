package dev.cleave.tuner.profile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps other writers away from a store, of this process and of others. File locks belong to the
 * whole JVM (FileLock's documentation): threads need one of their own.
 */
final class StoreLock {
  private static final String NAME = ".lock";

  /** What is done while no other writer changes the store. */
  interface Change {
    Path make() throws IOException;
  }

  private StoreLock() {}

  static Path locked(Path directory, Change change) throws IOException {
    synchronized (StoreLock.class) {
      try (FileChannel channel = open(directory);
          FileLock _ = channel.lock()) {
        return change.make();
      }
    }
  }

  /** Makes the change, but not if another process is at it: never waits for one. */
  static void ifFree(Path directory, Change change) throws IOException {
    synchronized (StoreLock.class) {
      try (FileChannel channel = open(directory);
          FileLock lock = channel.tryLock()) {
        if (lock != null) {
          change.make();
        }
      }
    }
  }

  /** Opening a pipe would wait for its reader. */
  private static FileChannel open(Path directory) throws IOException {
    Path file = directory.resolve(NAME);
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FileSystemException(file.toString(), null, "is no plain file: remove it");
    }
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}

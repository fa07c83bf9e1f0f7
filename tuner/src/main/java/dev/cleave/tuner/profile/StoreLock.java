package dev.cleave.tuner.profile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps other writers away from a store, of this process and of others. */
final class StoreLock {
  private static final String NAME = ".lock";

  /** What is done while no other writer changes the store. */
  interface Change {
    Path make() throws IOException;
  }

  private StoreLock() {}

  /**
   * File locks belong to the whole JVM (FileLock's documentation): threads need one of their own.
   */
  static Path locked(Path directory, Change change) throws IOException {
    synchronized (StoreLock.class) {
      try (FileChannel channel =
              FileChannel.open(
                  directory.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        return change.make();
      }
    }
  }
}

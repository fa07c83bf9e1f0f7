package dev.cleave.bench.trial;

import dev.cleave.tuner.measure.TargetSpace;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks how full the target's file system is, and whether a sample passes the dirty limit. */
final class TargetRoom {
  private TargetRoom() {}

  /**
   * @param bytes that the sample will write
   */
  static TargetSpace look(KernelFiles kernel, Path directory, long bytes) throws IOException {
    FileStore store = Files.getFileStore(directory);
    Long limit = DirtyLimit.bytes(kernel);
    return new TargetSpace(
        store.getUsableSpace(), fillLevel(store), limit, limit == null ? null : bytes > limit);
  }

  private static @Nullable Double fillLevel(FileStore store) throws IOException {
    long total = store.getTotalSpace();
    return total > 0 ? Double.valueOf(1 - (double) store.getUnallocatedSpace() / total) : null;
  }
}

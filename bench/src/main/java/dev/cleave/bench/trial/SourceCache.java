package dev.cleave.bench.trial;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.PageCache;
import dev.cleave.tuner.measure.CacheState;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Brings the source into the page cache, or out of it. What the kernel knows of names and inodes
 * stays: nobody but root can make it forget those.
 */
final class SourceCache {
  private SourceCache() {}

  static void bring(TrialData data, CacheState state) throws IOException {
    switch (state) {
      case COLD -> TrialFiles.visit(data.root(), file -> PageCache.evict(BytePath.of(file)));
      case WARM -> read(data);
    }
  }

  private static void read(TrialData data) throws IOException {
    if (!data.isCopiedTo(data.root())) {
      throw new IOException(
          data.root() + " is not what was written there any more; has anybody changed it?");
    }
  }

  /** Bytes of it that are in the page cache; null where the kernel doesn't say. */
  static @Nullable Long residentBytes(Path root) throws IOException {
    ByteTotal resident = new ByteTotal();
    TrialFiles.visit(root, file -> resident.add(PageCache.residentBytes(BytePath.of(file))));
    return resident.value();
  }
}

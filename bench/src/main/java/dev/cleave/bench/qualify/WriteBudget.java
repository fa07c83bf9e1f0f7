package dev.cleave.bench.qualify;

import dev.cleave.engine.ByteSize;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What may still be written on a device. Any thread may ask. */
final class WriteBudget {
  private final long limit;
  private long written;

  WriteBudget(@Nullable Long limit) {
    this.limit = limit == null ? Long.MAX_VALUE : limit;
  }

  /** Takes so much of it; false if there isn't so much, and then nothing may be written. */
  synchronized boolean take(long bytes) {
    if (bytes > limit - written) {
      return false;
    }
    written += bytes;
    return true;
  }

  /**
   * @throws WorkloadException if there isn't so much
   */
  void require(long bytes) throws IOException {
    if (!take(bytes)) {
      throw new WorkloadException(
          "the write budget of "
              + new ByteSize(limit)
              + " is used up: "
              + new ByteSize(bytes)
              + " more would be written");
    }
  }

  synchronized long written() {
    return written;
  }
}

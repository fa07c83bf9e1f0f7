package dev.cleave.bench.roofline;

import dev.cleave.engine.ByteSize;
import java.util.List;

/**
 * How a load is put on the devices.
 *
 * @param direct past the page cache
 * @param blockBytes of each request
 * @param requests in flight, of the reads and of the writes each
 * @param preallocate whether the target's blocks are reserved first
 */
record LoadSettings(boolean direct, long blockBytes, int requests, boolean preallocate) {
  /** The first of them suits most devices; the last ones work where direct I/O doesn't. */
  static final List<LoadSettings> TO_TRY =
      List.of(
          new LoadSettings(true, ByteSize.MIB, 8, false),
          new LoadSettings(true, ByteSize.MIB, 8, true),
          new LoadSettings(true, 4 * ByteSize.MIB, 2, true));

  static final LoadSettings BUFFERED = new LoadSettings(false, ByteSize.MIB, 1, false);

  @Override
  public String toString() {
    return (direct ? "direct" : "through the page cache")
        + ", "
        + requests
        + (requests == 1 ? " request of " : " requests of ")
        + ByteSize.format(blockBytes)
        + (preallocate ? ", preallocated" : "");
  }
}

package dev.cleave.bench.roofline;

import java.io.IOException;

/** Something that reads and writes as fast as the devices go, with certain settings. */
interface LoadGenerator {
  /**
   * Reads all of the source, writes as much to a file that isn't there yet, or both at once.
   *
   * @return seconds until all is read, and what was written is on the device
   * @throws IOException if it can't be done with these settings
   */
  double seconds(Load load, LoadFiles files) throws IOException;

  /** What it is, with its settings: {@code fio-3.33, direct, 8 requests of 1MiB}. */
  String description();
}

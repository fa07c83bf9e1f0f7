package dev.cleave.tuner.device;

/** Measures how long a small random read takes; scripted in tests. */
public interface ReadTimer {
  /**
   * The median time of reading 4 KiB somewhere under the stack's path, past the page cache.
   *
   * @return a measured fact in microseconds, or unknown with the reason; never an exception
   */
  Fact randomReadMicros(StorageStack stack);
}

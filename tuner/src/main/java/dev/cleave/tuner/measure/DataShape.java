package dev.cleave.tuner.measure;

import dev.cleave.engine.ByteSize;

/**
 * What each sample copies.
 *
 * @param files their number
 * @param bytes of all of them together
 */
public record DataShape(long files, long bytes) {
  public DataShape {
    if (files < 1 || bytes < 1) {
      throw new IllegalArgumentException("nothing to copy: " + files + " files, " + bytes + " B");
    }
  }

  /** One file of that size. */
  public static DataShape oneFile(long bytes) {
    return new DataShape(1, bytes);
  }

  /** For people: {@code a file of 1GiB}, {@code 2000 files, 24MiB in all}. */
  @Override
  public String toString() {
    return files == 1
        ? "a file of " + ByteSize.format(bytes)
        : files + " files, " + ByteSize.format(bytes) + " in all";
  }
}

package dev.cleave.engine;

/**
 * Classes of file sizes with a plan each. The bounds are fixed, so that a tuned threshold can't
 * move a file from one class to another.
 */
public enum SizeClass {
  /** Below 1 MiB. */
  SMALL("small"),
  /** From 1 MiB, below 128 MiB. */
  MEDIUM("medium"),
  /** From 128 MiB: the files that may be split. */
  LARGE("large");

  private final String label;

  SizeClass(String label) {
    this.label = label;
  }

  /** The class of a file of {@code bytes} bytes. */
  public static SizeClass of(long bytes) {
    if (bytes < ByteSize.MIB) {
      return SMALL;
    }
    return bytes < 128 * ByteSize.MIB ? MEDIUM : LARGE;
  }

  @Override
  public String toString() {
    return label;
  }
}

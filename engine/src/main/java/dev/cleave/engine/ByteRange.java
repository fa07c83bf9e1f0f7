package dev.cleave.engine;

/** The bytes of a file from {@code offset} on, {@code length} of them; {@code length} may be 0. */
public record ByteRange(long offset, long length) {
  public ByteRange {
    if (offset < 0 || length < 0 || offset > Long.MAX_VALUE - length) {
      throw new IllegalArgumentException("no range of a file: " + offset + " + " + length);
    }
  }

  /** The offset of the first byte behind the range. */
  public long end() {
    return offset + length;
  }
}

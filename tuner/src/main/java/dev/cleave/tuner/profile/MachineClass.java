package dev.cleave.tuner.profile;

import dev.cleave.engine.ByteSize;

/** What of a machine a plan depends on, so coarse that two of one make are of one class. */
final class MachineClass {
  private MachineClass() {}

  /**
   * Major and minor number of a kernel's release, the first two numbers in it: {@code 6.1} for
   * {@code 6.1.0-40-amd64}; empty if there are none.
   */
  static String kernel(String release) {
    int start = 0;
    while (start < release.length() && !isDigit(release, start)) {
      start++;
    }
    int dot = endOfNumber(release, start);
    if (dot == start || dot >= release.length() || release.charAt(dot) != '.') {
      return "";
    }
    int end = endOfNumber(release, dot + 1);
    return end == dot + 1 ? "" : release.substring(start, end);
  }

  private static int endOfNumber(String text, int start) {
    int end = start;
    while (isDigit(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(String text, int position) {
    return position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9';
  }

  /**
   * The nearest power of two on a logarithmic scale, since a machine of 8 GiB reports a little less
   * than that; empty for 0.
   */
  static String memory(long bytes) {
    if (bytes <= 0) {
      return "";
    }
    long below = Long.highestOneBit(bytes);
    boolean isNearerToNext = (double) bytes / below > Math.sqrt(2);
    return ByteSize.format(isNearerToNext && below < Long.MAX_VALUE / 2 ? 2 * below : below);
  }
}

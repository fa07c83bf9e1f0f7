package dev.cleave.engine;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes as people write it: {@code 4MiB} is 4 * 2^20, {@code 2GB} is 2 * 10^9, a bare
 * number is bytes.
 */
public record ByteSize(long bytes) {
  public static final long KIB = 1L << 10;
  public static final long MIB = 1L << 20;
  public static final long GIB = 1L << 30;

  private static final Pattern WRITTEN =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([kKMGT]?)(i?)([bB]?)");

  public ByteSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size can't be negative: " + bytes);
    }
  }

  /**
   * Reads a size such as {@code 512}, {@code 64KiB}, {@code 1.5GiB} or {@code 2GB}.
   *
   * @throws IllegalArgumentException if the text is no size, or one beyond 2^63 - 1 bytes; the
   *     message says what was expected
   */
  public static ByteSize parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches() || (written.group(2).isEmpty() && !written.group(3).isEmpty())) {
      throw new IllegalArgumentException(
          "'" + text + "' is no size: write a number with a unit, as 4MiB or 2GB");
    }
    double unit = unit(written.group(2), written.group(3).isEmpty() ? 1000 : 1024);
    double bytes = Double.parseDouble(written.group(1)) * unit;
    if (bytes >= Long.MAX_VALUE) {
      throw new IllegalArgumentException("'" + text + "' is too large: the limit is 8 EiB");
    }
    return new ByteSize(Math.round(bytes));
  }

  private static double unit(String prefix, int thousand) {
    int power = "KMGT".indexOf(prefix.toUpperCase(Locale.ROOT)) + 1;
    return prefix.isEmpty() ? 1 : Math.pow(thousand, power);
  }

  /** The size in the largest binary unit that keeps it short: {@code 4MiB}, {@code 1.5GiB}. */
  @Override
  public String toString() {
    return format(bytes);
  }

  /** {@code bytes} in the largest binary unit, with at most one decimal: {@code 1.5GiB}. */
  public static String format(long bytes) {
    String[] units = {"KiB", "MiB", "GiB", "TiB"};
    if (bytes < KIB) {
      return bytes + "B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    String number =
        value == Math.rint(value)
            ? String.valueOf((long) value)
            : String.format(Locale.ROOT, "%.1f", value);
    return number + units[unit];
  }
}

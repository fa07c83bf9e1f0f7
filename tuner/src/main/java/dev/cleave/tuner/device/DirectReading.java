package dev.cleave.tuner.device;

import java.nio.file.OpenOption;
import java.util.Arrays;

/**
 * O_DIRECT for channels. {@code com.sun.nio.file.ExtendedOpenOption} is supported, in an exported
 * package of jdk.unsupported, yet naming it in the source is a compiler warning that can't be
 * suppressed: so it is looked up.
 */
final class DirectReading {
  private static final String OPTIONS = "com.sun.nio.file.ExtendedOpenOption";

  private DirectReading() {}

  /**
   * The option that opens a file past the page cache.
   *
   * @throws UnsupportedOperationException if this Java has none
   */
  static OpenOption option() {
    try {
      return Arrays.stream(Class.forName(OPTIONS).getEnumConstants())
          .filter(option -> option.toString().equals("DIRECT"))
          .map(OpenOption.class::cast)
          .findFirst()
          .orElseThrow(() -> new UnsupportedOperationException("no DIRECT in " + OPTIONS));
    } catch (ClassNotFoundException e) {
      throw new UnsupportedOperationException("this Java has no " + OPTIONS, e);
    }
  }
}

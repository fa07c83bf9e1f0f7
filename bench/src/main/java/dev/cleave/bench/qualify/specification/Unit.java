package dev.cleave.bench.qualify.specification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds of quantities, each with the units it is written in: always one, so that MB isn't MiB. */
enum Unit {
  SIZE("a size with its unit, as 4 KiB or 2 GB", sizes("")),
  RATE("a rate with its unit, as 500 MB/s or 1.2 GiB/s", sizes("/s")),
  OPERATIONS(
      "operations a second with their unit, as 200/s or 100 k/s",
      units("/s", 1.0, "k/s", 1e3, "M/s", 1e6, "IOPS", 1.0, "kIOPS", 1e3)),
  TIME(
      "a time with its unit, as 10 ms, 30 s or 5 min",
      units("us", 1e-6, "µs", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3600.0)),
  SHARE("a percentage with its sign, as 99.9 %", units("%", 0.01)),
  BLOCKS("a number of blocks with its unit, as 0 blocks", units("blocks", 1.0, "block", 1.0));

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?) *(\\S*)");

  private final String expected;
  private final Map<String, Double> units;

  Unit(String expected, Map<String, Double> units) {
    this.expected = expected;
    this.units = units;
  }

  private static Map<String, Double> sizes(String per) {
    return units(
        "B" + per, 1.0,
        "kB" + per, 1e3,
        "KB" + per, 1e3,
        "MB" + per, 1e6,
        "GB" + per, 1e9,
        "TB" + per, 1e12,
        "KiB" + per, 0x1p10,
        "MiB" + per, 0x1p20,
        "GiB" + per, 0x1p30,
        "TiB" + per, 0x1p40);
  }

  private static Map<String, Double> units(Object... pairs) {
    Map<String, Double> units = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      units.put((String) pairs[i], (Double) pairs[i + 1]);
    }
    return units;
  }

  /**
   * The quantity in bytes, bytes a second, operations a second, seconds or as a share.
   *
   * @throws IllegalArgumentException if it is none; the message says what was expected
   */
  double parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not " + expected);
    }
    Double factor = units.get(written.group(2));
    if (factor == null) {
      String unit = written.group(2);
      throw new IllegalArgumentException(
          "'"
              + text
              + "' has "
              + (unit.isEmpty() ? "no unit" : "no unit of this kind")
              + ": write "
              + expected);
    }
    double value = Double.parseDouble(written.group(1)) * factor;
    if (this == SIZE && value >= 0x1p62) {
      throw new IllegalArgumentException("'" + text + "' is too large");
    }
    return value;
  }
}

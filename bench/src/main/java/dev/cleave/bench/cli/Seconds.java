package dev.cleave.bench.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as people write them: {@code 90s}, {@code 3m}, {@code 1h}, {@code 500ms}; in seconds. */
final class Seconds implements ITypeConverter<Double> {
  private static final Pattern WRITTEN = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|min|h)");

  @Override
  public Double convert(String value) {
    Matcher written = WRITTEN.matcher(value.strip());
    if (!written.matches()) {
      throw new TypeConversionException(
          "'" + value + "' is no time: write a number with a unit, as 90s or 3m");
    }
    double number = Double.parseDouble(written.group(1));
    return switch (written.group(2)) {
      case "ms" -> number / 1000;
      case "s" -> number;
      case "h" -> number * 3600;
      default -> number * 60;
    };
  }
}

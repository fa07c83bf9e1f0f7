package dev.cleave.bench.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Shares as people write them: {@code 3}, {@code 2.5}, {@code 3%}; 0.03 for 3 %. */
final class Percent implements ITypeConverter<Double> {
  @Override
  public Double convert(String value) {
    String number = value.strip().replaceFirst("\\s*%$", "");
    if (!number.matches("\\d{1,2}(\\.\\d+)?")) {
      throw new TypeConversionException(
          "'" + value + "' is no percentage from 0 to below 100, as 3 or 2.5");
    }
    return Double.parseDouble(number) / 100;
  }
}

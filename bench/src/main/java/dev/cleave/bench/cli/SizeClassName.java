package dev.cleave.bench.cli;

import dev.cleave.engine.SizeClass;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Size classes by their names, for picocli. */
final class SizeClassName implements ITypeConverter<SizeClass> {
  @Override
  public SizeClass convert(String value) {
    return Arrays.stream(SizeClass.values())
        .filter(sizeClass -> sizeClass.toString().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + value + "' is no size class: large, medium or small"));
  }
}

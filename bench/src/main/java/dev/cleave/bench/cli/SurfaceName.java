package dev.cleave.bench.cli;

import dev.cleave.tuner.simulate.SurfaceKind;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A simulated surface by its name, for picocli. */
final class SurfaceName implements ITypeConverter<SurfaceKind> {
  @Override
  public SurfaceKind convert(String value) {
    return Arrays.stream(SurfaceKind.values())
        .filter(kind -> kind.toString().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + value + "' is no simulated surface; there are " + names()));
  }

  private static String names() {
    return Arrays.stream(SurfaceKind.values())
        .map(SurfaceKind::toString)
        .collect(Collectors.joining(", "));
  }
}

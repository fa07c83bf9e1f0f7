package dev.cleave.bench.cli;

import dev.cleave.tuner.search.StrategyKind;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A search strategy by its name, for picocli. */
final class StrategyName implements ITypeConverter<StrategyKind> {
  @Override
  public StrategyKind convert(String value) {
    return Arrays.stream(StrategyKind.values())
        .filter(kind -> kind.toString().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + value + "' is no search strategy; there are " + names()));
  }

  private static String names() {
    return Arrays.stream(StrategyKind.values())
        .map(StrategyKind::toString)
        .collect(Collectors.joining(", "));
  }
}

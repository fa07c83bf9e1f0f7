package dev.cleave.bench.cli;

import dev.cleave.tuner.search.StrategyKind;
import picocli.CommandLine.ITypeConverter;

/** A search strategy by its name, for picocli. */
final class StrategyName implements ITypeConverter<StrategyKind> {
  @Override
  public StrategyKind convert(String value) {
    StrategyKind[] all = StrategyKind.values();
    return Labels.find(all, value, "no search strategy; there are " + Labels.all(all));
  }
}

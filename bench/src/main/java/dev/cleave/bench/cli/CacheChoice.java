package dev.cleave.bench.cli;

import dev.cleave.tuner.measure.CacheState;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/** Cache states to tune for, as {@code --cache} names them. */
enum CacheChoice {
  COLD("cold", CacheState.COLD),
  WARM("warm", CacheState.WARM),
  BOTH("both", CacheState.COLD, CacheState.WARM);

  private final String label;
  private final List<CacheState> states;

  CacheChoice(String label, CacheState... states) {
    this.label = label;
    this.states = List.of(states);
  }

  List<CacheState> states() {
    return states;
  }

  @Override
  public String toString() {
    return label;
  }

  /** For picocli. */
  static final class Converter implements ITypeConverter<CacheChoice> {
    @Override
    public CacheChoice convert(String value) {
      return Labels.find(values(), value, "not cold, warm or both");
    }
  }
}

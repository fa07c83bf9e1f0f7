package dev.cleave.bench.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Verdicts of a comparison that a script can have as an exit code. */
enum FailOn {
  SLOWER;

  /** For picocli. */
  static final class Converter implements ITypeConverter<FailOn> {
    @Override
    public FailOn convert(String value) {
      if (value.equals("slower")) {
        return SLOWER;
      }
      throw new TypeConversionException("'" + value + "' is not slower, the only one there is");
    }
  }
}

package dev.cleave.bench.cli;

import dev.cleave.reports.json.RunSchema;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The command whose runs a schema is of, for picocli. */
final class SchemaOf implements ITypeConverter<RunSchema> {
  @Override
  public RunSchema convert(String value) {
    return Arrays.stream(RunSchema.values())
        .filter(schema -> schema.toString().equals(value))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("'" + value + "' is not tune, bench or qualify"));
  }
}

package dev.cleave.bench.cli;

import dev.cleave.reports.json.RunSchema;
import picocli.CommandLine.ITypeConverter;

/** The command whose runs a schema is of, for picocli. */
final class SchemaOf implements ITypeConverter<RunSchema> {
  @Override
  public RunSchema convert(String value) {
    return Labels.find(RunSchema.values(), value, "not tune, bench or qualify");
  }
}

package dev.cleave.bench.cli;

import dev.cleave.engine.SizeClass;
import picocli.CommandLine.ITypeConverter;

/** Size classes by their names, for picocli. */
final class SizeClassName implements ITypeConverter<SizeClass> {
  @Override
  public SizeClass convert(String value) {
    return Labels.find(SizeClass.values(), value, "no size class: large, medium or small");
  }
}

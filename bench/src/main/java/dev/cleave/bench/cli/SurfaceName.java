package dev.cleave.bench.cli;

import dev.cleave.tuner.simulate.SurfaceKind;
import picocli.CommandLine.ITypeConverter;

/** A simulated surface by its name, for picocli. */
final class SurfaceName implements ITypeConverter<SurfaceKind> {
  @Override
  public SurfaceKind convert(String value) {
    SurfaceKind[] all = SurfaceKind.values();
    return Labels.find(all, value, "no simulated surface; there are " + Labels.all(all));
  }
}

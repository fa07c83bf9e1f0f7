package dev.cleave.bench.cli;

import dev.cleave.bench.peer.PeerKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A peer by its name, for picocli. */
final class PeerNames implements ITypeConverter<PeerKind> {
  @Override
  public PeerKind convert(String value) {
    return PeerKind.named(value)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + value + "' is no peer; there are " + Labels.all(PeerKind.values())));
  }
}

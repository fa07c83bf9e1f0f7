package dev.cleave.bench.cli;

import dev.cleave.bench.peer.PeerKind;
import picocli.CommandLine.ITypeConverter;

/** A peer by its name, for picocli. */
final class PeerNames implements ITypeConverter<PeerKind> {
  @Override
  public PeerKind convert(String value) {
    PeerKind[] all = PeerKind.values();
    return Labels.find(all, value, "no peer; there are " + Labels.all(all));
  }
}

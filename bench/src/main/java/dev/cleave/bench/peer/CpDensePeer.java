package dev.cleave.bench.peer;

import java.util.List;

/** {@code cp --reflink=never --sparse=never}: reads and writes every byte, holes or not. */
final class CpDensePeer implements Peer {
  @Override
  public Presence presence(SearchPath path) {
    return path.peer(
        "cp",
        "--version",
        program ->
            (source, target) ->
                List.of(
                    program,
                    "--reflink=never",
                    "--sparse=never",
                    source.toString(),
                    target.toString()));
  }
}

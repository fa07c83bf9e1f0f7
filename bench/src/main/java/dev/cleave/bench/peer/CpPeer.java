package dev.cleave.bench.peer;

import java.util.List;

/** {@code cp} as everybody types it; on file systems that share blocks it clones. */
final class CpPeer implements Peer {
  @Override
  public Presence presence(SearchPath path) {
    return path.peer(
        "cp",
        "--version",
        program -> (source, target) -> List.of(program, source.toString(), target.toString()));
  }
}

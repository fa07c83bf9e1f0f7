package dev.cleave.bench.peer;

import java.util.List;

/** {@code cp --reflink=never}: moves the bytes, and looks for holes. */
final class CpWithoutReflinkPeer implements Peer {
  @Override
  public Presence presence(SearchPath path) {
    return path.peer(
        "cp",
        "--version",
        program ->
            (source, target) ->
                List.of(program, "--reflink=never", source.toString(), target.toString()));
  }
}

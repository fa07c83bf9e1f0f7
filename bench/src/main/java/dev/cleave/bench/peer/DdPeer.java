package dev.cleave.bench.peer;

import java.util.List;

/** {@code dd} with blocks of 1 MiB: its own of 512 bytes measure system calls. */
final class DdPeer implements Peer {
  @Override
  public Presence presence(SearchPath path) {
    return path.peer(
        "dd",
        "--version",
        program ->
            (source, target) ->
                List.of(program, "if=" + source, "of=" + target, "bs=1M", "status=none"));
  }
}

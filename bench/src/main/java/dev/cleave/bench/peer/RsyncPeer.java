package dev.cleave.bench.peer;

import java.util.List;

/** {@code rsync --whole-file}, which between local files is rsync's own choice. */
final class RsyncPeer implements Peer {
  @Override
  public Presence presence(SearchPath path) {
    return path.peer(
        "rsync",
        "--version",
        program ->
            (source, target) ->
                List.of(program, "--whole-file", source.toString(), target.toString()));
  }
}

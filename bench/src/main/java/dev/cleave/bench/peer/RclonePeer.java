package dev.cleave.bench.peer;

import java.util.List;

/** {@code rclone copyto} between local files, with no configuration but its own. */
final class RclonePeer implements Peer {
  @Override
  public Presence presence(SearchPath path) {
    return path.peer(
        "rclone",
        "version",
        program ->
            (source, target) ->
                List.of(program, "copyto", "--config=", source.toString(), target.toString()));
  }
}

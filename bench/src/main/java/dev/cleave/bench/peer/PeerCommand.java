package dev.cleave.bench.peer;

import java.nio.file.Path;
import java.util.List;

/** How a peer is told to copy. */
@FunctionalInterface
public interface PeerCommand {
  /**
   * The words of the command, the program's path first.
   *
   * @param source a regular file, absolute
   * @param target what isn't there yet, absolute
   */
  List<String> words(Path source, Path target);
}

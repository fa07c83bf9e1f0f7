package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A relative path cut at slashes, so that it can be walked piece by piece. There is always a piece:
 * {@code .} for the empty path.
 */
final class PathPieces {
  private PathPieces() {}

  static List<BytePath> components(BytePath path) {
    return atMost(1, path);
  }

  /** As few pieces as possible, of at most so many bytes, but of one component at least. */
  static List<BytePath> atMost(int maxBytes, BytePath path) {
    List<BytePath> pieces = new ArrayList<>();
    byte[] bytes = path.withoutTrailingSlashes().bytes();
    int start = afterSlashes(bytes, 0);
    while (start < bytes.length) {
      int end = slashFrom(bytes, start);
      while (end < bytes.length && slashFrom(bytes, end + 1) - start <= maxBytes) {
        end = slashFrom(bytes, end + 1);
      }
      pieces.add(BytePath.of(Arrays.copyOfRange(bytes, start, end)));
      start = afterSlashes(bytes, end);
    }
    return pieces.isEmpty() ? List.of(BytePath.WORKING_DIRECTORY) : pieces;
  }

  /** A piece that began with a slash would lead out of the directory it is opened in. */
  private static int afterSlashes(byte[] bytes, int start) {
    int next = start;
    while (next < bytes.length && bytes[next] == '/') {
      next++;
    }
    return next;
  }

  /** The next slash at or after the start; the end if there is none. */
  private static int slashFrom(byte[] bytes, int start) {
    int slash = start;
    while (slash < bytes.length && bytes[slash] != '/') {
      slash++;
    }
    return slash;
  }
}

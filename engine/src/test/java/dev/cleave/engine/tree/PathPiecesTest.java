package dev.cleave.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.BytePath;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathPiecesTest {
  @Test
  void cutsAtEverySlash() {
    assertThat(components("a/bc/d")).containsExactly("a", "bc", "d");
    assertThat(components("a//.///bc/")).containsExactly("a", ".", "bc");
  }

  @Test
  void takesTheEmptyPathForTheDirectoryItself() {
    assertThat(components("")).containsExactly(".");
  }

  @Test
  void makesAsFewPiecesAsFit() {
    assertThat(atMost(4, "ab/c/d/efghij/k")).containsExactly("ab/c", "d", "efghij", "k");
    assertThat(atMost(4, "a////bcd//////e")).containsExactly("a///", "bcd/", "e");
    assertThat(atMost(100, "ab/c//d")).containsExactly("ab/c//d");
  }

  private static List<String> components(String path) {
    return text(PathPieces.components(BytePath.of(path)));
  }

  private static List<String> atMost(int maxBytes, String path) {
    return text(PathPieces.atMost(maxBytes, BytePath.of(path)));
  }

  private static List<String> text(List<BytePath> pieces) {
    return pieces.stream().map(BytePath::toString).toList();
  }
}

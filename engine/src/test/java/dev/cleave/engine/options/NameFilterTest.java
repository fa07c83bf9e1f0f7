package dev.cleave.engine.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cleave.engine.BytePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameFilterTest {
  @ParameterizedTest
  @CsvSource({
    "*.o, a.o",
    "*.o, deep/below/a.o",
    "*.o, .o",
    "?, x",
    "a*b*c, aXbYc",
    "**, any/thing",
    "a/b, a/b",
    "/a, a",
    "a/*/c, a/b/c",
    "a/**/c, a/b/b/c",
    "a/**, a/b/c",
    "**/c, a/b/c",
    "[a-c]x, bx",
    "[!a-c]x, dx",
    "[^a-c]x, dx",
    "[]x]y, ]y",
    "[a-]x, -x",
    "\\*, *",
    "\\[, [",
    "cache/, cache",
  })
  void fits(String pattern, String below) {
    assertThat(excluding(pattern).excludes(BytePath.of(below), true)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "*.o, a.oo",
    "?, ''",
    "?, xy",
    "a/b, x/a/b",
    "/a, b/a",
    "a/*, a/b/c",
    "a/*/c, a/c",
    "**/c, c",
    "[a-c]x, dx",
    "[!a-c]x, ax",
    "a[!b]c/d, a/c/d",
    "\\*, x",
    "a, A",
  })
  void doesNotFit(String pattern, String below) {
    assertThat(excluding(pattern).excludes(BytePath.of(below), true)).isFalse();
  }

  @Test
  void theFirstThatFitsDecides() {
    NameFilter filter = NameFilter.NONE.include(BytePath.of("keep.o")).exclude(BytePath.of("*.o"));
    assertThat(filter.excludes(BytePath.of("keep.o"), false)).isFalse();
    assertThat(filter.excludes(BytePath.of("other.o"), false)).isTrue();
    assertThat(filter.excludes(BytePath.of("other.c"), false)).isFalse();
    NameFilter reversed =
        NameFilter.NONE.exclude(BytePath.of("*.o")).include(BytePath.of("keep.o"));
    assertThat(reversed.excludes(BytePath.of("keep.o"), false)).isTrue();
  }

  @Test
  void aSlashAtTheEndMeansDirectoriesOnly() {
    assertThat(excluding("cache/").excludes(BytePath.of("cache"), false)).isFalse();
    assertThat(excluding("cache/").usesPaths()).isFalse();
    assertThat(excluding("a/cache/").excludes(BytePath.of("a/cache"), true)).isTrue();
  }

  @Test
  void namesAreBytesWhateverTheirEncoding() {
    BytePath invalid = BytePath.of(new byte[] {'a', (byte) 0xff, (byte) 0xfe, 'b'});
    assertThat(excluding("a*b").excludes(invalid, false)).isTrue();
    assertThat(excluding("a??b").excludes(invalid, false)).isTrue();
    BytePath pattern = BytePath.of(new byte[] {'*', (byte) 0xff, '*'});
    assertThat(NameFilter.NONE.exclude(pattern).excludes(invalid, false)).isTrue();
    assertThat(NameFilter.NONE.exclude(pattern).excludes(BytePath.of("a\u00ffb"), false)).isFalse();
    byte[] range = {'a', '[', (byte) 0xf0, '-', (byte) 0xff, ']', '*'};
    assertThat(NameFilter.NONE.exclude(BytePath.of(range)).excludes(invalid, false)).isTrue();
  }

  @Test
  void aPatternThatCouldMatchInManyWaysIsQuick() {
    String name = "a".repeat(250);
    assertThat(excluding("*a".repeat(100) + "b").excludes(BytePath.of(name), false)).isFalse();
    assertThat(excluding("*a".repeat(100)).excludes(BytePath.of(name), false)).isTrue();
  }

  private static NameFilter excluding(String pattern) {
    return NameFilter.NONE.exclude(BytePath.of(pattern));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "//", "[", "[a", "a[", "[]", "[!]", "a\\", "[z-a]", "[[:alpha:]]"})
  void refusesWhatIsMalformed(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> excluding(pattern))
        .withMessageStartingWith("invalid pattern ")
        .withMessageContaining(" for --exclude: ");
  }
}

package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytePathTest {
  @ParameterizedTest
  @CsvSource({"a/b,a,b", "a/b/,a,b", "/a,/,a", "/,/,/", "a,.,a", "/a//b,/a,b", "a/b//,a,b"})
  void takesPathsApart(String path, String parent, String name) {
    assertThat(BytePath.of(path).parent()).isEqualTo(BytePath.of(parent));
    assertThat(BytePath.of(path).fileName()).isEqualTo(BytePath.of(name));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {"a b,'a b'", "it's,|\"it's\"|", "a\\b,'a\\b'", "é,'é'", "$'s,|'$'\\''s'|"})
  void quotesAsTheShellDoes(String name, String quoted) {
    assertThat(BytePath.of(name).quoted()).isEqualTo(quoted);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {"97-10-98,|'a'$'\\n''b'|", "255,|''$'\\377'|", "195-40,|''$'\\303''('|"})
  void quotesBytesThatAreNoText(String bytes, String quoted) {
    String[] numbers = bytes.split("-", -1);
    byte[] name = new byte[numbers.length];
    for (int i = 0; i < name.length; i++) {
      name[i] = (byte) Integer.parseInt(numbers[i]);
    }
    assertThat(BytePath.of(name).quoted()).isEqualTo(quoted);
  }
}

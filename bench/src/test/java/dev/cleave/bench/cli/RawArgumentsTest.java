package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.BytePath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RawArgumentsTest {
  @Test
  void takesTheLastArguments() {
    byte[] commandLine = "java\0-x\0Main\0copy\0\0a b\0".getBytes(StandardCharsets.UTF_8);
    assertThat(RawArguments.last(3, commandLine)).containsExactly("copy", "", "a b");
  }

  @Test
  void bytesThatAreNoTextComeBackUnharmed() {
    byte[] name = {'a', (byte) 0xff, (byte) 0xc3, (byte) 0xa9, (byte) 0xc3, '\n', (byte) 0x80};
    byte[] commandLine = new byte[name.length + 1];
    System.arraycopy(name, 0, commandLine, 0, name.length);
    String argument = RawArguments.last(1, commandLine)[0];
    assertThat(argument).contains("é");
    assertThat(RawArguments.path(argument)).isEqualTo(BytePath.of(name));
  }
}

package dev.cleave.tuner.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AtomicFileTest {
  private static final byte[] CONTENT = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;

  enum Way {
    WRITE,
    PUBLISH;

    Path write(Path file) throws IOException {
      return switch (this) {
        case WRITE -> AtomicFile.write(file, CONTENT);
        case PUBLISH -> AtomicFile.publish(file, CONTENT);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void makesTheDirectoryAndTheFile(Way way) throws IOException {
    Path below = directory.resolve("a/b");
    Path file = below.resolve("file");
    assertThat(way.write(file)).isEqualTo(file).hasContent("new");
    assertThat(names(below)).containsExactly("file");
  }

  @ParameterizedTest
  @EnumSource
  void putsAnotherFileInThePlaceOfTheOld(Way way) throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "the old one");
    Path otherName = Files.createLink(directory.resolve("other"), file);
    way.write(file);
    assertThat(file).hasContent("new");
    assertThat(otherName).hasContent("the old one");
  }

  @ParameterizedTest
  @EnumSource
  void writesNothingThroughWhatADeadWriterLeft(Way way) throws IOException {
    Path victim = Files.writeString(directory.resolve("victim"), "stays");
    Files.createSymbolicLink(directory.resolve(".file.part"), victim);
    way.write(directory.resolve("file"));
    assertThat(victim).hasContent("stays");
    assertThat(names(directory)).containsExactly("file", "victim");
  }

  @ParameterizedTest
  @EnumSource
  void leavesNothingBehindWhereItFails(Way way) throws IOException {
    Path taken = Files.createDirectory(directory.resolve("file"));
    Files.createDirectory(taken.resolve("inside"));
    assertThatThrownBy(() -> way.write(taken)).isInstanceOf(IOException.class);
    assertThat(names(directory)).containsExactly("file");
  }

  @Test
  void publishesForEveryUser() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "of one alone");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    AtomicFile.publish(file, CONTENT);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
  }

  private static Iterable<String> names(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}

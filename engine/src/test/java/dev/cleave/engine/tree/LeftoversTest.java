package dev.cleave.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus.Timestamp;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
  private static final Timestamp LATER = new Timestamp(Long.MAX_VALUE, 0);
  private static final Timestamp EARLIER = new Timestamp(0, 0);

  @TempDir Path source;
  @TempDir Path target;

  @BeforeEach
  void leave() throws IOException {
    Files.writeString(target.resolve("file"), "");
    Files.writeString(target.resolve(".cleave-1x2y3z.tmp"), "never renamed");
    Files.createSymbolicLink(target.resolve(".cleave-abc.tmp"), Path.of("nowhere"));
  }

  @Test
  void goIfTheyAreOld() throws IOException {
    remove(LATER);
    assertThat(names()).containsExactly("file");
  }

  @Test
  void stayIfTheyAreNewerThanTheCopy() throws IOException {
    remove(EARLIER);
    assertThat(names()).containsExactly(".cleave-1x2y3z.tmp", ".cleave-abc.tmp", "file");
  }

  @Test
  void stayIfSomebodyIsWritingToThem() throws IOException {
    try (Fd writer = open(target.resolve(".cleave-1x2y3z.tmp"), Open.WRITE_ONLY)) {
      assertThat(JournalLock.tryLock(writer)).isTrue();
      remove(LATER);
    }
    assertThat(names()).containsExactly(".cleave-1x2y3z.tmp", "file");
  }

  @Test
  void areNoneIfTheSourceHasTheName() throws IOException {
    Files.writeString(source.resolve(".cleave-abc.tmp"), "");
    remove(LATER);
    assertThat(names()).containsExactly(".cleave-abc.tmp", "file");
  }

  @Test
  void stayOfFilesThatWillBeGoneOnWith() throws IOException {
    for (String name : List.of("begun", "gone", "cafe")) {
      for (String suffix : List.of("part", "journal")) {
        Path left = target.resolve("." + name + ".cleave-" + suffix);
        Files.writeString(left, "");
        Files.setAttribute(left, "unix:mode", 0600);
      }
    }
    Files.writeString(source.resolve("begun"), "");
    remove(LATER);
    assertThat(names())
        .as("what looks like a hash could be the name of any file")
        .containsExactly(
            ".begun.cleave-journal",
            ".begun.cleave-part",
            ".cafe.cleave-journal",
            ".cafe.cleave-part",
            "file");
  }

  private void remove(Timestamp start) throws IOException {
    try (Fd from = open(source, Open.PATH | Open.DIRECTORY);
        Fd to = open(target, Open.PATH | Open.DIRECTORY)) {
      TargetDirectory directory = new TargetDirectory(to, to.status(), false);
      ShownName shown = ShownName.of(BytePath.of(target));
      new Leftovers(Libc.INSTANCE, start).removeFrom(from, directory, shown);
    }
  }

  private static Fd open(Path path, int flags) throws IOException {
    return Fd.open(Libc.INSTANCE, Open.AT_CWD, BytePath.of(path), flags, 0);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(target)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}

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
        .as("of cafe, a hash or a name, the source has nothing")
        .containsExactly(".begun.cleave-journal", ".begun.cleave-part", "file");
  }

  @Test
  void stayOfLongNamesForWhichTheirHashStands() throws IOException {
    String longName = "n".repeat(255);
    TargetName named = targetName(longName);
    ResumeNames left = ResumeNames.of(named);
    for (TargetName name : List.of(left.part(), left.journal())) {
      Path file = target.resolve(name.entry().toString());
      Files.writeString(file, "");
      Files.setAttribute(file, "unix:mode", 0600);
    }
    Files.writeString(source.resolve(longName), "");
    remove(LATER);
    assertThat(names()).as("to be gone on with").hasSize(3);
    Files.delete(source.resolve(longName));
    remove(LATER);
    assertThat(names()).containsExactly("file");
  }

  private void remove(Timestamp start) throws IOException {
    try (Fd from = open(source, Open.PATH | Open.DIRECTORY);
        Fd to = open(target, Open.PATH | Open.DIRECTORY)) {
      TargetDirectory directory = new TargetDirectory(to, to.status(), false);
      ShownName shown = ShownName.of(BytePath.of(target));
      new Leftovers(Libc.INSTANCE, start).removeFrom(from, directory, shown);
    }
  }

  private TargetName targetName(String name) throws IOException {
    try (Fd to = open(target, Open.PATH | Open.DIRECTORY)) {
      TargetDirectory directory = new TargetDirectory(to, to.status(), false);
      return new TargetName(directory, BytePath.of(name), BytePath.of(target.resolve(name)));
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

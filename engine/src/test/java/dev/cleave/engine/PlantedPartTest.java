package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.names;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.engine.options.CopyOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody has put something else under the names that {@code --resume} will use. */
class PlantedPartTest {
  private static final CopyOptions RESUMING = CopyOptions.builder().resume(true).build();
  private static final long SIZE = 64 * ByteSize.MIB + 1;

  @TempDir(factory = MemoryDirectory.class)
  Path directory;

  private Path source;
  private Path target;
  private Path victim;
  private Path part;
  private Path journal;

  @BeforeEach
  void write() throws IOException {
    source = TestFiles.write(directory.resolve("source"), SIZE);
    target = directory.resolve("target");
    victim = TestFiles.write(directory.resolve("victim"), 1000);
    part = directory.resolve(".target.cleave-part");
    journal = directory.resolve(".target.cleave-journal");
  }

  @Test
  void takesALinkOutOfThePartsWay() throws IOException {
    Files.createSymbolicLink(part, victim);
    assertIsRemoved("a symbolic link");
  }

  @Test
  void takesAHardLinkOutOfThePartsWay() throws IOException {
    Files.createLink(part, victim);
    assertIsRemoved("a file with 2 links");
  }

  @Test
  void takesAnotherUsersFileOutOfThePartsWay() throws IOException {
    assumeTrue(SparseFile.status(victim).owner() == 0, "only root may give files away");
    TestFiles.write(part, SIZE);
    Files.setAttribute(part, "unix:uid", 1234);
    assertIsRemoved("another user's file");
  }

  private void assertIsRemoved(String what) throws IOException {
    CopyOutcome outcome = copy();
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.warnings())
        .containsExactly("'" + part + "' was " + what + ": removed, begun anew");
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    assertThat(names(directory)).containsExactly("source", "target", "victim");
    assertThat(victim).hasSize(1000);
  }

  @Test
  void namesADirectoryInThePartsWay() throws IOException {
    Files.createDirectory(part);
    assertThat(copy().errors().getFirst().message())
        .isEqualTo("cannot remove '" + part + "', a directory: Is a directory");
    assertThat(names(directory)).containsExactly(part.getFileName().toString(), "source", "victim");
  }

  @Test
  void trustsNoLinkForAJournal() throws IOException {
    Files.createSymbolicLink(journal, victim);
    assertIsRefused("a symbolic link");
  }

  @Test
  void trustsNoOtherUsersJournal() throws IOException {
    assumeTrue(SparseFile.status(victim).owner() == 0, "only root may give files away");
    TestFiles.write(journal, 100);
    Files.setAttribute(journal, "unix:uid", 1234);
    assertIsRefused("another user's file");
  }

  private void assertIsRefused(String what) throws IOException {
    assertThat(copy().errors().getFirst().message())
        .isEqualTo("cannot resume by '" + journal + "', which is " + what + ": remove it");
    assertThat(names(directory))
        .containsExactly(journal.getFileName().toString(), "source", "victim");
    assertThat(victim).hasSize(1000);
  }

  @Test
  void goesOnWithAPartThatHadItsModeAlready() throws IOException {
    TestFiles.write(part, 100);
    Files.setAttribute(part, "unix:mode", 0444);
    assertThat(copy().errors()).isEmpty();
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    assertThat(names(directory)).containsExactly("source", "target", "victim");
  }

  private CopyOutcome copy() throws IOException {
    return CopyEngine.copy(
        CopyRequest.of(path(source), path(target), CopyPlan.SEQUENTIAL).withOptions(RESUMING));
  }
}

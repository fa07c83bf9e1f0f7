package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.names;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangingSourceTest {
  private static final long SIZE = 17 * ByteSize.MIB + 777;

  @TempDir Path directory;
  private Path source;
  private Path target;

  /** What happens to the source in the middle of the copy. */
  @FunctionalInterface
  private interface Change {
    void make(Path file) throws IOException;
  }

  @BeforeEach
  void write() throws IOException {
    source = TestFiles.write(directory.resolve("source"), SIZE);
    target = directory.resolve("target");
  }

  @Test
  void reportsASourceThatWasRewritten() throws IOException {
    CopyOutcome outcome = copyDuring(file -> SparseFile.fill(file, 5000, 10));
    assertThat(outcome.errors().getFirst().message())
        .isEqualTo("'" + source + "' was rewritten while it was copied");
    assertThat(names(directory)).containsExactly("source");
  }

  @Test
  void reportsASourceThatWasTruncatedWhereItHadBeenCopiedAlready() throws IOException {
    TestFiles.write(target, 10);
    CopyOutcome outcome = copyDuring(file -> truncate(file, 100));
    assertThat(outcome.errors().getFirst().message()).contains("was truncated while it was copied");
    assertThat(target).hasSize(10);
  }

  @Test
  void warnsOfASourceThatGrewAndCopiesWhatItWas() throws IOException {
    CopyOutcome outcome =
        copyDuring(file -> Files.write(file, new byte[999], StandardOpenOption.APPEND));
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.warnings())
        .containsExactly(
            "'"
                + source
                + "' grew while it was copied: the copy has the "
                + SIZE
                + " bytes it had at the start");
    assertThat(Files.mismatch(source, target)).isEqualTo(SIZE);
  }

  @Test
  void warnsOfASourceWhoseAttributesChanged() throws IOException {
    CopyOutcome outcome =
        copyDuring(
            file ->
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------")));
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.warnings().getFirst()).contains("had its attributes or links changed");
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
  }

  @Test
  void goesOnWithAFileThatHasLostItsName() throws IOException {
    Path other = TestFiles.write(directory.resolve("other"), SIZE);
    CopyOutcome outcome = copyDuring(Files::delete);
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.warnings()).hasSize(1);
    assertThat(Files.mismatch(other, target)).isEqualTo(-1);
  }

  private static void truncate(Path file, long bytes) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(bytes);
    }
  }

  /** Copies in one task, and makes the change after the first chunk. */
  private CopyOutcome copyDuring(Change change) throws IOException {
    AtomicBoolean isMade = new AtomicBoolean();
    CopyListener changing =
        new CopyListener() {
          @Override
          public void advanced(ByteRange region, long bytes) {
            if (!isMade.getAndSet(true)) {
              try {
                change.make(source);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          }
        };
    return CopyEngine.copy(
        CopyRequest.of(path(source), path(target), CopyPlan.SEQUENTIAL).withListener(changing));
  }
}

package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.engine.ScriptedSyscalls.Fault;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.PreserveOptions;
import dev.cleave.engine.tree.TreeCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of metadata that a file system or a user can't have. */
class PreserveFailuresTest {
  private static final PreserveOptions XATTR_REQUIRED =
      new PreserveOptions(false, false, false, false, false, true, false, true, true);

  @TempDir Path directory;
  private Path source;
  private Path target;

  @BeforeEach
  void makeTree() throws IOException {
    source = Files.createDirectory(directory.resolve("source"));
    target = directory.resolve("target");
    assumeTrue(SparseFile.status(source).owner() == 0, "only root may make files of others");
    for (int i = 0; i < 3; i++) {
      Path file = source.resolve("file" + i);
      Files.writeString(file, "content");
      MetadataFiles.attribute(file, "user.cleave", "kept");
      MetadataFiles.own(file, 0440, 5, 6);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fchown, ownership, failed to preserve ownership for",
    "fchmod, permissions, preserving permissions for",
    "futimens, times, preserving times for",
  })
  void tellsTheFirstOfAKindAndHowManyMore(String call, String kind, String words)
      throws IOException {
    CopyOutcome outcome = copy(call, Errno.EPERM, PreserveOptions.BASICS);
    assertThat(outcome.errors()).hasSize(1);
    assertThat(outcome.errors().getFirst().message())
        .matches(words + " '" + target + "/file.': Operation not permitted");
    assertThat(outcome.warnings()).containsExactly("failed to preserve " + kind + " 2 times more");
    assertThat(names(target)).containsExactly("file0", "file1", "file2");
  }

  @Test
  void givesNoMoreToOthersThanTheOwnerGotIfTheOwnerIsWrong() throws IOException {
    copy("fchown", Errno.EIO, PreserveOptions.BASICS);
    assertThat(SparseFile.status(target.resolve("file1")).permissions() & 077).isZero();
  }

  @Test
  void archivesWithoutAttributesWhereThereAreNone() throws IOException {
    CopyOutcome outcome = copy("fsetxattr", Errno.EOPNOTSUPP, PreserveOptions.ARCHIVE);
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.warnings()).isEmpty();
    assertThat(SparseFile.status(target.resolve("file1")).owner()).isEqualTo(5);
  }

  @Test
  void failsWithoutAttributesWhereTheyAreAMust() throws IOException {
    CopyOutcome unsupported = copy("fsetxattr", Errno.EOPNOTSUPP, XATTR_REQUIRED);
    assertThat(unsupported.errors().getFirst().message())
        .matches("setting attributes for '" + target + "/file.': Operation not supported");
    CopyOutcome unreadable = copy("fgetxattr", Errno.EIO, XATTR_REQUIRED);
    assertThat(unreadable.errors().getFirst().message())
        .matches("getting attribute 'user.cleave' of '" + source + "/file.': Input/output error");
    CopyOutcome unlisted = copy("flistxattr", Errno.EIO, XATTR_REQUIRED);
    assertThat(unlisted.errors().getFirst().message())
        .matches("listing attributes of '" + source + ".*': Input/output error");
  }

  @Test
  void setsTheModeWhereAccessListsAreUnknown() throws IOException {
    MetadataFiles.set(source, MetadataFiles.ACCESS_LIST, MetadataFiles.list(4, 6));
    CopyOutcome outcome = copy("setxattr", Errno.EOPNOTSUPP, PreserveOptions.BASICS);
    assertThat(outcome.errors().getFirst().message())
        .isEqualTo("preserving permissions for '" + target + "': Operation not supported");
    assertThat(SparseFile.status(target).permissions())
        .isEqualTo(SparseFile.status(source).permissions());
  }

  private CopyOutcome copy(String call, Errno errno, PreserveOptions preserve) throws IOException {
    CopyRequest request =
        CopyRequest.of(BytePath.of(source), BytePath.of(target), CopyPlan.SEQUENTIAL)
            .withOptions(CopyOptions.builder().recursive(true).preserve(preserve).build());
    return TreeCopy.copy(request, ScriptedSyscalls.every(call, new Fault.Failed(errno)).syscalls());
  }

  private static List<String> names(Path directory) throws IOException {
    return (List<String>) TestFiles.names(directory);
  }
}

package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.PreserveOptions;
import dev.cleave.engine.tree.TreeCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many system calls metadata costs a file, and in what order: a tree pays for each of them. */
class MetadataCallsTest {
  private static final Set<String> METADATA_CALLS =
      Set.of(
          "fchown",
          "fchmod",
          "fchmodat",
          "flistxattr",
          "fgetxattr",
          "fsetxattr",
          "getxattr",
          "listxattr",
          "futimens",
          "utimensat");

  @TempDir Path directory;
  private Path source;

  @BeforeEach
  void write() throws IOException {
    source = Files.writeString(directory.resolve("source"), "content");
    assumeTrue(SparseFile.status(source).owner() == 0, "only root may make files of others");
    MetadataFiles.own(source, 0644, 0, 0);
  }

  @Test
  void costsAPlainCopyNothing() throws IOException {
    assertThat(callsOfCopy(METADATA_CALLS, PreserveOptions.NOTHING)).isEmpty();
  }

  @Test
  void costsAnArchivedFileOfOursTwoCalls() throws IOException {
    assertThat(callsOfCopy(METADATA_CALLS, PreserveOptions.ARCHIVE))
        .containsExactly("flistxattr", "getxattr", "futimens"); // the second of the directory
  }

  @Test
  void givesCapabilitiesAfterTheOwnerAndPermissionsAfterBoth() throws IOException {
    MetadataFiles.own(source, 04751, 5, 6);
    MetadataFiles.set(source, MetadataFiles.CAPABILITY, MetadataFiles.capability());
    assertThat(callsOfCopy(METADATA_CALLS, PreserveOptions.ARCHIVE))
        .containsExactly(
            "fchown",
            "flistxattr",
            "fgetxattr",
            "fsetxattr",
            "getxattr",
            "fchmod 4751",
            "futimens");
  }

  @Test
  void neverOpensAFileToTheMaskOfItsAccessList() throws IOException {
    MetadataFiles.own(source, 04600, 5, 6);
    MetadataFiles.set(source, MetadataFiles.ACCESS_LIST, MetadataFiles.list(4, 6));
    assertThat(callsOfCopy(METADATA_CALLS, PreserveOptions.BASICS))
        .containsExactly(
            "fchown", "flistxattr", "fgetxattr", "fchmod 4700", "fsetxattr", "futimens");
  }

  @Test
  void createsFilesWithNothingForOthersUntilTheOwnerIsRight() throws IOException {
    MetadataFiles.own(source, 0644, 5, 6);
    assertThat(callsOfCopy(Set.of("openat"), PreserveOptions.BASICS)).contains("openat 600");
    assertThat(callsOfCopy(Set.of("openat"), PreserveOptions.NOTHING)).contains("openat 644");
  }

  @Test
  void takesFromOthersWhatOnlyTheGroupWasWrongFor() throws IOException {
    MetadataFiles.own(source, 0644, 0, 6);
    assertThat(callsOfCopy(Set.of("fchown", "fchmod"), PreserveOptions.BASICS))
        .containsExactly("fchmod 600", "fchown", "fchmod 644");
  }

  @Test
  void createsFilesOfOursWithTheModeThatTheyShallHave() throws IOException {
    assertThat(callsOfCopy(Set.of("openat"), PreserveOptions.BASICS)).contains("openat 644");
    assertThat(callsOfCopy(Set.of("openat"), PreserveOptions.NOTHING)).contains("openat 644");
  }

  private List<String> callsOfCopy(Set<String> recorded, PreserveOptions preserve)
      throws IOException {
    Path target = directory.resolve("target");
    Files.deleteIfExists(target);
    RecordedSyscalls record = new RecordedSyscalls(recorded);
    CopyRequest request =
        CopyRequest.of(BytePath.of(source), BytePath.of(target), CopyPlan.SEQUENTIAL)
            .withOptions(CopyOptions.builder().preserve(preserve).build());
    assertThat(TreeCopy.copy(request, record.syscalls()).errors()).isEmpty();
    return record.calls();
  }
}

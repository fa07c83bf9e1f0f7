package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.ReflinkMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the directories of {@link FileSystemContractTest}, of which xfs and btrfs make clones. */
class SharedExtentsTest {
  private static final long BYTES = 3 * ByteSize.MIB;

  @TempDir static Path temporary;

  static Stream<Path> directories() {
    String named = System.getProperty("cleave.test.directories", "");
    return Stream.concat(
        Stream.of(temporary),
        Stream.of(named.split(":")).filter(name -> !name.isEmpty()).map(Path::of));
  }

  @ParameterizedTest
  @MethodSource("directories")
  void aCopyOfRealBytesSharesNothing(Path parent) throws IOException {
    Path directory = Files.createTempDirectory(parent, "shared");
    try {
      Path file = synced(TestFiles.write(directory.resolve("file"), BYTES));
      OptionalLong shared = SharedExtents.bytes(TestFiles.path(file));
      assumeTrue(shared.isPresent(), "no extent map here");
      assertThat(shared).hasValue(0);
    } finally {
      remove(directory);
    }
  }

  @ParameterizedTest
  @MethodSource("directories")
  void aCloneSharesAll(Path parent) throws IOException {
    Path directory = Files.createTempDirectory(parent, "shared");
    try {
      Path file = synced(TestFiles.write(directory.resolve("file"), BYTES));
      BytePath clone = TestFiles.path(directory.resolve("clone"));
      CopyOptions always = CopyOptions.builder().reflink(ReflinkMode.ALWAYS).build();
      CopyOutcome outcome =
          CopyEngine.copy(
              CopyRequest.of(TestFiles.path(file), clone, CopyPlan.SEQUENTIAL).withOptions(always));
      assumeTrue(outcome.isComplete(), "no clones here");
      assertThat(SharedExtents.bytes(clone)).hasValue(BYTES);
    } finally {
      remove(directory);
    }
  }

  private static void remove(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve("clone"));
    Files.deleteIfExists(directory.resolve("file"));
    Files.delete(directory);
  }

  private static Path synced(Path file) throws IOException {
    FileSystemSync.of(TestFiles.path(file));
    return file;
  }
}

package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.names;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.options.CopyOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets whose name can't be given to another file: they are written into, as by cp. */
class KeptNamesTest {
  private static final long BYTES = 70 * ByteSize.MIB + 7; // large enough for --resume

  @TempDir(factory = MemoryDirectory.class)
  Path directory;

  private Path source;
  private Path target;

  @BeforeEach
  void write() throws IOException {
    assumeTrue(Libc.INSTANCE.geteuid() == 0, "only root may mount and chattr");
    Files.createDirectory(directory.resolve("to"));
    source = TestFiles.write(directory.resolve("source"), BYTES);
    target = TestFiles.write(directory.resolve("to/target"), 10);
  }

  /** As /etc/hosts and /etc/resolv.conf are in a container. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void writesIntoAFileThatIsMountedOnItsName(boolean resume) throws Exception {
    Path mounted = TestFiles.write(directory.resolve("mounted"), 20);
    assumeTrue(runs("mount", "--bind", mounted.toString(), target.toString()), "no mount");
    try {
      assertIsWrittenInto(resume, "written in place: it is mounted on its name");
    } finally {
      runs("umount", target.toString());
    }
    assertThat(Files.mismatch(source, mounted)).isEqualTo(-1);
    assertThat(target).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void writesIntoAFileOfADirectoryThatGivesNoNameAway(boolean resume) throws Exception {
    assumeTrue(runs("chattr", "+a", directory().toString()), "no append-only directories");
    try {
      assertIsWrittenInto(resume, "written in place: its directory gives no name away (chattr +a)");
    } finally {
      runs("chattr", "-a", directory().toString());
    }
  }

  /** A part could not be renamed there, nor removed. */
  @Test
  void keepsNoPartInADirectoryThatGivesNoNameAway() throws Exception {
    assumeTrue(runs("chattr", "+a", directory().toString()), "no append-only directories");
    try {
      CopyOutcome outcome = copy(target.resolveSibling("new"), true);
      assertThat(outcome.errors()).isEmpty();
      assertThat(names(directory())).containsExactly("new", "target");
      assertThat(Files.mismatch(source, target.resolveSibling("new"))).isEqualTo(-1);
    } finally {
      runs("chattr", "-a", directory().toString());
    }
  }

  private void assertIsWrittenInto(boolean resume, String why) throws IOException {
    CopyOutcome outcome = copy(target, resume);
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.plans().getFirst().why()).contains(why);
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    assertThat(names(directory())).containsExactly("target");
  }

  private CopyOutcome copy(Path to, boolean resume) throws IOException {
    return CopyEngine.copy(
        CopyRequest.of(path(source), path(to), CopyPlan.SEQUENTIAL)
            .withOptions(CopyOptions.builder().resume(resume).build()));
  }

  private static boolean runs(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(List.of(command)).inheritIO().start().waitFor() == 0;
  }

  private Path directory() {
    return Objects.requireNonNull(target.getParent());
  }
}

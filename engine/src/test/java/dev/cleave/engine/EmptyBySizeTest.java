package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.InterceptedCall;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.tree.TreeCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made up as they are read, on file systems that nobody has listed. */
class EmptyBySizeTest {
  private static final long BYTES = 300_001;

  @TempDir Path directory;
  private Path source;
  private Path target;

  @BeforeEach
  void write() throws IOException {
    source = TestFiles.write(directory.resolve("source"), BYTES);
    target = directory.resolve("target");
  }

  @Test
  void readsAFileThatLiesAboutBeingEmpty() throws IOException {
    CopyOutcome outcome = copy(InterceptedCall.all(call -> lying(call.make())));
    assertThat(outcome.errors()).isEmpty();
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
  }

  @Test
  void copiesAnEmptyFileThatGrewJustNowAsItWas() throws IOException {
    Files.write(source, new byte[0]);
    AtomicBoolean hasGrown = new AtomicBoolean();
    CopyOutcome outcome =
        copy(
            InterceptedCall.all(
                call -> {
                  if (call.is("pread64") && !hasGrown.getAndSet(true)) {
                    Files.write(source, new byte[99], StandardOpenOption.APPEND);
                  }
                  return call.make();
                }));
    assertThat(hasGrown).isTrue();
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.warnings().getFirst()).contains("the copy has the 0 bytes it had");
    assertThat(target).isEmptyFile();
  }

  private CopyOutcome copy(Syscalls syscalls) throws IOException {
    return TreeCopy.copy(CopyRequest.of(path(source), path(target), CopyPlan.SEQUENTIAL), syscalls);
  }

  private static @Nullable Object lying(@Nullable Object result) {
    return result instanceof FileStatus status && status.size() == BYTES ? empty(status) : result;
  }

  private static FileStatus empty(FileStatus status) {
    return new FileStatus(
        status.mode(),
        status.links(),
        status.owner(),
        status.group(),
        status.inode(),
        0,
        0,
        status.deviceMajor(),
        status.deviceMinor(),
        status.accessed(),
        status.modified(),
        status.changed(),
        status.specialDevice(),
        status.attributes());
  }
}

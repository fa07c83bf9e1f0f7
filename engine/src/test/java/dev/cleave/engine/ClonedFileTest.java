package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.linux.InterceptedCall;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.tree.TreeCopy;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClonedFileTest {
  private static final long BYTES = 9 * ByteSize.MIB;

  @TempDir Path directory;

  @Test
  void doesNotSayThatThePlanRan() throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), BYTES);
    CopyPlan asked =
        CopyPlan.SEQUENTIAL.withBackend(BackendKind.DIRECT).withSplitDepth(2).withPreallocate(true);
    CopyRequest request = CopyRequest.of(path(source), path(directory.resolve("target")), asked);
    PlanUse use = TreeCopy.copy(request, cloningCalls()).plans().getFirst();
    assertThat(use.asked()).isEqualTo(asked);
    assertThat(use.used()).isEqualTo(CopyPlan.SEQUENTIAL.withBackend(BackendKind.KERNEL));
    assertThat(use.why()).isEqualTo("cloned, so that no byte was moved");
  }

  /** Of a file system that clones, as far as a size tells. */
  private static Syscalls cloningCalls() {
    return InterceptedCall.all(
        call -> {
          if (!call.is("ficlone")) {
            return call.make();
          }
          Libc.INSTANCE.ftruncate((int) call.arguments()[0], BYTES);
          return null;
        });
  }
}

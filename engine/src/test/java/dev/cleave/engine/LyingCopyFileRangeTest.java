package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.names;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.linux.InterceptedCall;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.tree.TreeCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a file of six chunks where copy_file_range says what isn't so. */
class LyingCopyFileRangeTest {
  private static final int CHUNK_BYTES = 16 << 10;
  private static final long BYTES = 5 * CHUNK_BYTES + 777;

  @TempDir Path directory;
  private Path source;
  private Path target;

  /** What one call does in the place of its work. */
  @FunctionalInterface
  private interface Lie {
    Object tell(InterceptedCall call) throws Throwable;
  }

  @BeforeEach
  void write() throws IOException {
    source = TestFiles.write(directory.resolve("source"), BYTES);
    target = directory.resolve("target");
  }

  @Test
  void findsTheEndMissing() throws IOException {
    CopyOutcome outcome = copy(5, call -> call.arguments()[4], CopyOptions.DEFAULTS);
    assertThat(outcome.errors().getFirst().message())
        .startsWith("'" + target + "' has 81920 bytes after 82697 were written");
    assertThat(names(directory)).containsExactly("source");
  }

  @Test
  void namesTheFirstBytesMissingInTheMiddleIfItVerifies() throws IOException {
    CopyOptions verifying = CopyOptions.builder().verify(true).build();
    CopyOutcome outcome = copy(2, call -> call.arguments()[4], verifying);
    assertThat(outcome.errors().getFirst().message()).contains(" in bytes 32768-");
    assertThat(names(directory)).containsExactly("source");
  }

  @Test
  void goesOnByNioFromWhereMoreIsSaidToBeDoneThanWasAsked() throws IOException {
    CopyOutcome outcome = copy(3, call -> 1L << 40, CopyOptions.DEFAULTS);
    assertThat(outcome.errors()).isEmpty();
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    assertThat(outcome.plans().getFirst().why())
        .isEqualTo("copy_file_range: 1099511627776 bytes at offset 49152, went on by nio");
  }

  private CopyOutcome copy(int lyingCall, Lie lie, CopyOptions options) throws IOException {
    AtomicInteger calls = new AtomicInteger();
    CopyPlan plan = CopyPlan.SEQUENTIAL.withBackend(BackendKind.KERNEL).withChunkBytes(CHUNK_BYTES);
    return TreeCopy.copy(
        CopyRequest.of(path(source), path(target), plan).withOptions(options),
        InterceptedCall.all(
            call ->
                call.is("copyFileRange") && calls.getAndIncrement() == lyingCall
                    ? lie.tell(call)
                    : call.make()));
  }
}

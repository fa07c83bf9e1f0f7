package dev.cleave.engine;

import static dev.cleave.engine.SparseFile.allocatedBytes;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.ScriptedSyscalls.Fault;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.ReflinkMode;
import dev.cleave.engine.options.SparseMode;
import dev.cleave.engine.tree.TreeCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holes, by every backend: an extent at a time, several to a leaf. */
class SparseBackendsTest {
  private static final int BLOCK = 4096;
  private static final int MIB = (int) ByteSize.MIB;
  private static final long SIZE = 40L * MIB + 777;

  @TempDir Path directory;
  private Path source;
  private Path target;

  @BeforeEach
  void writeSource() throws IOException {
    source = SparseFile.allHole(directory.resolve("source"), SIZE);
    target = directory.resolve("target");
    SparseFile.fill(source, 3 * BLOCK, BLOCK);
    SparseFile.fill(source, 9L * MIB, 7 * MIB + 5);
    SparseFile.fill(source, 30L * MIB + 1, 9 * MIB);
    SparseFile.fill(source, SIZE - 1, 1);
  }

  @ParameterizedTest
  @EnumSource
  void keepsHoles(BackendKind backend) throws IOException {
    CopyOutcome outcome = copy(backend, CopyOptions.DEFAULTS);
    assertThat(outcome.bytes()).isLessThan(17L * MIB);
    SparseFile.assertTakesAsMuchRoomAs(source, target);
  }

  @ParameterizedTest
  @EnumSource
  void fillsHoles(BackendKind backend) throws IOException {
    CopyOutcome outcome = copy(backend, CopyOptions.builder().sparse(SparseMode.NEVER).build());
    assertThat(outcome.bytes()).isEqualTo(SIZE);
    assertThat(allocatedBytes(target)).isGreaterThanOrEqualTo(SIZE);
  }

  @ParameterizedTest
  @EnumSource
  void leavesZerosOut(BackendKind backend) throws IOException {
    SparseFile.write(source, 20L * MIB, new byte[5 * MIB]);
    copy(backend, CopyOptions.builder().sparse(SparseMode.ALWAYS).build());
    assertThat(allocatedBytes(target)).isLessThan(allocatedBytes(source) - 4L * MIB);
  }

  @ParameterizedTest
  @EnumSource
  void verifiesWhatItCopied(BackendKind backend) throws IOException {
    assertThat(copy(backend, CopyOptions.builder().verify(true).build()).warnings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = SparseMode.class,
      names = {"ALWAYS", "NEVER"})
  void clonesOnlyWhereHolesMayStayAsTheyAre(SparseMode sparse) throws IOException {
    assertThat(triesToClone(CopyOptions.builder().sparse(sparse).build())).isFalse();
    Files.delete(target);
    assertThat(triesToClone(CopyOptions.DEFAULTS)).isTrue();
  }

  private boolean triesToClone(CopyOptions options) throws IOException {
    ScriptedSyscalls script =
        ScriptedSyscalls.nthOf("ficlone", 0, new Fault.Failed(Errno.EOPNOTSUPP));
    assertThat(TreeCopy.copy(request(BackendKind.NIO, options), script.syscalls()).errors())
        .isEmpty();
    return script.hasHappened();
  }

  /** EINVAL, of a length that is no block, is what a file system says that can share. */
  @Test
  void kernelIsRefusedWhereItMightShareHolesThatAreToBeFilled() throws IOException {
    for (SparseMode sparse : new SparseMode[] {SparseMode.AUTO, SparseMode.NEVER}) {
      ScriptedSyscalls script =
          ScriptedSyscalls.nthOf("ficloneRange", 0, new Fault.Failed(Errno.EINVAL));
      CopyOptions options = CopyOptions.builder().sparse(sparse).build();
      CopyOutcome outcome = TreeCopy.copy(request(BackendKind.KERNEL, options), script.syscalls());
      assertThat(outcome.errors()).isEmpty();
      PlanUse use = outcome.plans().getFirst();
      boolean refused = sparse == SparseMode.NEVER;
      assertThat(use.used().backend()).isEqualTo(refused ? BackendKind.NIO : BackendKind.KERNEL);
      assertThat(use.why())
          .isEqualTo(
              refused
                  ? "kernel is not possible: copy_file_range may share blocks: the file system can,"
                      + " holes and all: --sparse=never"
                  : "");
    }
  }

  @Test
  void refusesToShareAndToChangeHolesAtOnceAsCpDoes() {
    CopyOptions always = CopyOptions.builder().reflink(ReflinkMode.ALWAYS).build();
    assertThatThrownBy(() -> always.toBuilder().sparse(SparseMode.NEVER).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--reflink can be used only with --sparse=auto");
  }

  private CopyOutcome copy(BackendKind backend, CopyOptions options) throws IOException {
    long descriptors = TestFiles.openDescriptors();
    CopyOutcome outcome = CopyEngine.copy(request(backend, options));
    assertThat(outcome.errors()).isEmpty();
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    assertThat(TestFiles.openDescriptors()).isEqualTo(descriptors);
    return outcome;
  }

  private CopyRequest request(BackendKind backend, CopyOptions options) {
    CopyPlan plan =
        CopyPlan.SEED
            .withBackend(backend)
            .withChunkBytes(MIB)
            .withQueueDepth(backend == BackendKind.URING ? 3 : 1);
    return CopyRequest.of(path(source), path(target), plan)
        .withOptions(options.toBuilder().splitThresholdBytes(0).build());
  }
}

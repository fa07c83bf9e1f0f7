package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.names;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.ScriptedSyscalls.Fault;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.ReflinkMode;
import dev.cleave.engine.tree.TreeCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One call of a small copy goes wrong, each in turn: the outcome is the exact file or a named
 * error, never a wrong file, never a leftover. What {@code nio} moves goes through the JDK and
 * can't be scripted.
 */
class FaultyCallsTest {
  private static final long BYTES = 5 * 16 * ByteSize.KIB + 777;
  private static final int ENOUGH_CALLS = 100;

  @TempDir Path directory;

  static Stream<Arguments> everyBackendAndFault() {
    List<Arguments> all = new ArrayList<>();
    for (BackendKind backend : BackendKind.values()) {
      if (backend != BackendKind.NIO) {
        for (Errno errno : List.of(Errno.EINTR, Errno.EAGAIN, Errno.EIO, Errno.ENOSPC)) {
          all.add(Arguments.of(backend, new Fault.Failed(errno)));
        }
        all.add(Arguments.of(backend, new Fault.Halved()));
        all.add(Arguments.of(backend, new Fault.Nothing()));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("everyBackendAndFault")
  void copiesExactlyOrSaysWhatFailed(BackendKind backend, Fault fault) throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), BYTES);
    long descriptors = TestFiles.openDescriptors();
    int faultyCall = 0;
    for (boolean happened = true; happened; faultyCall++) {
      ScriptedSyscalls script = ScriptedSyscalls.nth(faultyCall, fault);
      CopyOutcome outcome = copy(source, script, backend);
      happened = script.hasHappened();
      assertExactOrNamed(source, outcome, fault, backend + ", call " + faultyCall);
      assertThat(faultyCall).isLessThan(ENOUGH_CALLS);
    }
    assertThat(faultyCall).as("calls that were scripted").isGreaterThan(5);
    assertThat(TestFiles.openDescriptors()).isEqualTo(descriptors);
  }

  private void assertExactOrNamed(Path source, CopyOutcome outcome, Fault fault, String where)
      throws IOException {
    Path target = directory.resolve("target");
    if (outcome.errors().isEmpty()) {
      assertThat(Files.mismatch(source, target)).as(where).isEqualTo(-1);
      Files.delete(target);
      return;
    }
    assertThat(names(directory)).as(where).containsExactly("source");
    String message = outcome.errors().getFirst().message();
    switch (fault) {
      case Fault.Failed(Errno errno) -> {
        assertThat(errno).as(where).isIn(Errno.EIO, Errno.ENOSPC);
        assertThat(message).as(where).endsWith(errno.text()).contains(directory.toString());
      }
      case Fault.Nothing() -> assertThat(message).as(where).containsAnyOf("truncated", "error");
      case Fault.Halved() -> assertThat(message).as(where + ": a short count is no error").isNull();
    }
  }

  @Test
  void goesOnByNioWhereCopyFileRangeGivesUp() throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), BYTES);
    for (Errno errno :
        List.of(
            Errno.EXDEV,
            Errno.ENOSYS,
            Errno.EINVAL,
            Errno.EOPNOTSUPP,
            Errno.EPERM,
            Errno.EIO,
            Errno.ETXTBSY,
            Errno.EOVERFLOW)) {
      PlanUse use = useAfter(source, new Fault.Failed(errno));
      assertThat(use.why())
          .isEqualTo("copy_file_range: " + errno + " at offset 32768, went on by nio");
    }
    PlanUse use = useAfter(source, new Fault.Nothing());
    assertThat(use.asked().backend()).isEqualTo(BackendKind.KERNEL);
    assertThat(use.used().backend()).isEqualTo(BackendKind.NIO);
    assertThat(use.why()).isEqualTo("copy_file_range: 0 bytes at offset 32768, went on by nio");
  }

  private PlanUse useAfter(Path source, Fault fault) throws IOException {
    ScriptedSyscalls script = ScriptedSyscalls.nthOf("copyFileRange", 2, fault);
    CopyOutcome outcome = copy(source, script, BackendKind.KERNEL);
    Path target = directory.resolve("target");
    assertThat(outcome.errors()).isEmpty();
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    Files.delete(target);
    return outcome.plans().getFirst();
  }

  @Test
  void fallsBackWhereRingsAreForbidden() throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), BYTES);
    ScriptedSyscalls script =
        ScriptedSyscalls.nthOf("ioUringSetup", 0, new Fault.Failed(Errno.EPERM));
    CopyOutcome outcome = copy(source, script, BackendKind.URING);
    assertThat(Files.mismatch(source, directory.resolve("target"))).isEqualTo(-1);
    PlanUse use = outcome.plans().getFirst();
    assertThat(use.asked().backend()).isEqualTo(BackendKind.URING);
    assertThat(use.used().backend()).isEqualTo(BackendKind.NIO);
    assertThat(use.why()).contains("EPERM");
  }

  @Test
  void fallsBackWhereTheRingCannotBeMade() throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), BYTES);
    long descriptors = TestFiles.openDescriptors();
    for (String call : List.of("mmap", "ioUringRegister")) {
      ScriptedSyscalls script = ScriptedSyscalls.nthOf(call, 0, new Fault.Failed(Errno.ENOMEM));
      CopyOutcome outcome = copy(source, script, BackendKind.URING);
      assertThat(outcome.errors()).isEmpty();
      assertThat(outcome.plans().getFirst().why()).contains("ENOMEM at offset 0, went on by nio");
      Files.delete(directory.resolve("target"));
    }
    assertThat(TestFiles.openDescriptors()).isEqualTo(descriptors);
  }

  @Test
  void usesPlainBuffersWhereTheyCannotBeRegistered() throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), 20 * 16 * ByteSize.KIB);
    ScriptedSyscalls script =
        ScriptedSyscalls.nthOf("ioUringRegister", 1, new Fault.Failed(Errno.ENOMEM));
    CopyOutcome outcome = copy(source, script, BackendKind.URING);
    assertThat(script.hasHappened()).isTrue();
    assertThat(outcome.plans().getFirst().why()).isEmpty();
    assertThat(Files.mismatch(source, directory.resolve("target"))).isEqualTo(-1);
  }

  @Test
  void sharesBlocksOnlyWhereItMay() throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), BYTES);
    ScriptedSyscalls script =
        ScriptedSyscalls.nthOf("ficlone", 0, new Fault.Failed(Errno.EOPNOTSUPP));
    CopyOutcome outcome = copy(source, script, BackendKind.KERNEL, ReflinkMode.ALWAYS);
    assertThat(outcome.errors().getFirst().message())
        .isEqualTo(
            "failed to clone '"
                + directory.resolve("target")
                + "' from '"
                + source
                + "': Operation not supported");
    assertThat(names(directory)).containsExactly("source");
    ScriptedSyscalls cloning = ScriptedSyscalls.nthOf("ficloneRange", 0, new Fault.Nothing());
    PlanUse use = copy(source, cloning, BackendKind.KERNEL, ReflinkMode.NEVER).plans().getFirst();
    assertThat(use.used().backend()).isEqualTo(BackendKind.NIO);
    assertThat(use.why())
        .isEqualTo("kernel is not possible: copy_file_range may share blocks: the file system can");
  }

  private CopyOutcome copy(Path source, ScriptedSyscalls script, BackendKind backend)
      throws IOException {
    return copy(source, script, backend, ReflinkMode.AUTO);
  }

  private CopyOutcome copy(
      Path source, ScriptedSyscalls script, BackendKind backend, ReflinkMode reflink)
      throws IOException {
    CopyPlan plan =
        CopyPlan.SEQUENTIAL
            .withBackend(backend)
            .withChunkBytes(16 * ByteSize.KIB)
            .withQueueDepth(backend == BackendKind.URING ? 3 : 1);
    CopyRequest request =
        CopyRequest.of(path(source), path(directory.resolve("target")), plan)
            .withOptions(CopyOptions.builder().reflink(reflink).build());
    return TreeCopy.copy(request, script.syscalls());
  }
}

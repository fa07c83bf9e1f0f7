package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.names;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.InterceptedCall;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.CopyOptionsBuilder;
import dev.cleave.engine.options.SyncPolicy;
import dev.cleave.engine.tree.TreeCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every system call of a small copy fails, each in turn, not only those that move data: the target
 * is the old file or the new one, whole, and nothing is left beside it.
 */
class EveryCallFailsTest {
  private static final long BYTES = 9 * ByteSize.MIB + 777;
  private static final int ENOUGH_CALLS = 500;

  /** They have no error, or none that is of any use: what they say is only advice. */
  private static final Set<String> CANNOT_FAIL = Set.of("geteuid", "umask", "descriptorLimit");

  @TempDir Path directory;

  /** Where the copy goes. */
  enum Target {
    NEW,
    REPLACED,
    SYNCED,
    SPARSE
  }

  /** One call of a copy fails; a close does its work all the same, as the kernel's does. */
  private static final class FailingCall {
    private final int failing;
    private final Errno errno;
    private int calls;
    private String name = "";

    FailingCall(int failing, Errno errno) {
      this.failing = failing;
      this.errno = errno;
    }

    Syscalls syscalls() {
      return InterceptedCall.all(this::make);
    }

    private synchronized @Nullable Object make(InterceptedCall call) throws Throwable {
      if (CANNOT_FAIL.contains(call.name()) || calls++ != failing) {
        return call.make();
      }
      name = call.name();
      if (call.is("close") || call.is("munmap")) {
        call.make();
      }
      throw new SyscallException(call.name(), errno);
    }
  }

  static Stream<Arguments> everyTargetAndError() {
    List<Arguments> all = new ArrayList<>();
    for (Target target : Target.values()) {
      for (Errno errno : List.of(Errno.EIO, Errno.ENOSPC, Errno.EPERM, Errno.EINTR)) {
        all.add(Arguments.of(target, errno));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("everyTargetAndError")
  void leavesTheOldFileOrTheNewOne(Target kind, Errno errno) throws IOException {
    Path source = directory.resolve("source");
    if (kind == Target.SPARSE) {
      SparseFile.withIslands(source, BYTES, List.of(0L, 5 * ByteSize.MIB));
    } else {
      TestFiles.write(source, BYTES);
    }
    long descriptors = TestFiles.openDescriptors();
    boolean happened = true;
    for (int call = 0; happened; call++) {
      Path target = directory.resolve("target");
      byte[] old = kind == Target.NEW ? new byte[0] : new byte[] {1, 2, 3};
      if (kind != Target.NEW) {
        Files.write(target, old);
      }
      FailingCall failing = new FailingCall(call, errno);
      CopyOutcome outcome = TreeCopy.copy(request(source, target, kind), failing.syscalls());
      happened = !failing.name.isEmpty();
      String where = "%s, call %d, %s: %s".formatted(kind, call, failing.name, outcome.errors());
      assertOldOrNew(source, target, old, outcome, where);
      assertThat(TestFiles.openDescriptors()).as(where).isEqualTo(descriptors);
      assertThat(call).as(where).isLessThan(ENOUGH_CALLS);
      Files.deleteIfExists(target);
    }
  }

  private void assertOldOrNew(
      Path source, Path target, byte[] old, CopyOutcome outcome, String where) throws IOException {
    assertThat(names(directory)).as(where).isSubsetOf("source", "target");
    if (outcome.errors().isEmpty()) {
      assertThat(Files.mismatch(source, target)).as(where).isEqualTo(-1);
      return;
    }
    assertThat(outcome.errors().getFirst().message()).as(where).contains(directory.toString());
    if (!Files.exists(target)) {
      assertThat(old).as(where + ": the old file is gone").isEmpty();
    } else if (Files.size(target) != BYTES) {
      assertThat(Files.readAllBytes(target)).as(where).isEqualTo(old);
    } else {
      assertThat(Files.mismatch(source, target)).as(where).isEqualTo(-1);
    }
  }

  private static CopyRequest request(Path source, Path target, Target kind) {
    CopyOptionsBuilder options = CopyOptions.builder().splitThresholdBytes(0);
    if (kind == Target.SYNCED) {
      options.sync(SyncPolicy.FULL);
    }
    CopyPlan plan = CopyPlan.SEQUENTIAL.withPreallocate(true);
    return CopyRequest.of(path(source), path(target), plan).withOptions(options.build());
  }
}

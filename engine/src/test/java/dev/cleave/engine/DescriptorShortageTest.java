package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.names;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.ScriptedSyscalls.Fault;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.InterceptedCall;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.tree.TreeCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No descriptor is left: who isn't alone waits, who is says so, and nothing is left behind. */
class DescriptorShortageTest {
  private static final int FILES_A_DIRECTORY = 8;
  private static final int DIRECTORIES = 6;
  private static final int ENTRIES = 1 + DIRECTORIES * (FILES_A_DIRECTORY + 1);

  @TempDir Path directory;

  @BeforeEach
  void makeTree() throws IOException {
    for (int number = 0; number < DIRECTORIES; number++) {
      Path inner = Files.createDirectories(directory.resolve("source/" + number));
      for (int file = 0; file < FILES_A_DIRECTORY; file++) {
        TestFiles.write(inner.resolve("" + file), 1_000 + file);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void oneShortageCostsAtMostTheEntryThatWasAlone(int workers) throws Exception {
    long descriptors = TestFiles.openDescriptors();
    int faultyCall = 0;
    for (boolean happened = true; happened; faultyCall++) {
      Fault fault = new Fault.Failed(faultyCall % 2 == 0 ? Errno.EMFILE : Errno.ENFILE);
      ScriptedSyscalls script = ScriptedSyscalls.nthOf("openat", faultyCall, fault);
      CopyOutcome outcome = copy(script.syscalls(), workers);
      happened = script.hasHappened();
      assertCompleteOrNamed(outcome, "openat " + faultyCall);
      removeTarget();
    }
    assertThat(faultyCall).isGreaterThan(2 * ENTRIES);
    assertThat(TestFiles.openDescriptors()).isEqualTo(descriptors);
  }

  private void assertCompleteOrNamed(CopyOutcome outcome, String where) throws IOException {
    if (outcome.errors().isEmpty()) {
      assertThat(outcome.files()).as(where).isEqualTo(ENTRIES);
      assertEqualTrees(where);
      return;
    }
    assertThat(outcome.errors()).as(where).hasSize(1);
    assertThat(outcome.errors().getFirst().message())
        .as(where)
        .containsPattern("Too many open files( in system)?$")
        .contains(directory.toString());
  }

  /** Four workers need 12 and the walk some: of so few all must be copied nevertheless. */
  @ParameterizedTest
  @ValueSource(ints = {14, 16, 20, 24})
  void copiesEverythingWithFewDescriptors(int limit) throws Exception {
    CopyOutcome outcome = copy(atMostOpen(limit), 4);
    assertThat(outcome.errors()).isEmpty();
    assertEqualTrees("limit " + limit);
  }

  @Test
  void leavesNothingBehindWhereNotEvenOneFileCanBeOpened() throws Exception {
    CopyOutcome outcome = copy(atMostOpen(6), 4);
    assertThat(outcome.errors()).isNotEmpty();
    assertThat(outcome.errors())
        .allMatch(error -> Objects.equals(error.errno(), Errno.EMFILE.number()));
    if (Files.exists(directory.resolve("target/0"))) {
      assertThat(names(directory.resolve("target/0"))).isEmpty();
    }
  }

  private CopyOutcome copy(Syscalls syscalls, int workers) throws IOException {
    CopyPlan plan = CopyPlan.SEQUENTIAL.withWorkers(workers);
    return TreeCopy.copy(
        CopyRequest.of(path(directory.resolve("source")), path(directory.resolve("target")), plan)
            .withOptions(CopyOptions.builder().recursive(true).build()),
        syscalls);
  }

  private void assertEqualTrees(String where) throws IOException {
    for (int number = 0; number < DIRECTORIES; number++) {
      for (int file = 0; file < FILES_A_DIRECTORY; file++) {
        String name = number + "/" + file;
        Path copy = directory.resolve("target").resolve(name);
        assertThat(Files.mismatch(directory.resolve("source").resolve(name), copy))
            .as(where)
            .isEqualTo(-1);
      }
    }
  }

  private void removeTarget() throws IOException {
    Path target = directory.resolve("target");
    if (Files.exists(target)) {
      try (Stream<Path> all = Files.walk(target)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** A process that may have so few descriptors, of which the virtual machine needs none. */
  private static Syscalls atMostOpen(int limit) {
    Semaphore free = new Semaphore(limit);
    return InterceptedCall.all(
        call ->
            switch (call.name()) {
              case "descriptorLimit" -> (long) limit;
              case "openat" -> open(call, free);
              case "close" -> {
                Object result = call.make();
                free.release();
                yield result;
              }
              default -> call.make();
            });
  }

  private static @Nullable Object open(InterceptedCall call, Semaphore free) throws Throwable {
    if (!free.tryAcquire()) {
      throw new SyscallException("openat", Errno.EMFILE);
    }
    try {
      return call.make();
    } catch (SyscallException e) {
      free.release();
      throw e;
    }
  }
}

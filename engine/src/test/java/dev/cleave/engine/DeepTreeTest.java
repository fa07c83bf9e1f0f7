package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.InterceptedCall;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.tree.TreeCopy;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Trees deeper than a process may have descriptors, with paths beyond PATH_MAX. Each level has a
 * file before and a file behind the directory that leads on.
 */
class DeepTreeTest {
  private static final int LEVELS = 3_000;
  private static final BytePath DOWN = BytePath.of("m-down");
  private static final Syscalls LIBC = Libc.INSTANCE;

  private Path directory;

  @BeforeEach
  void makeDirectory() throws IOException {
    directory = Files.createTempDirectory(Path.of("/dev/shm"), "deep");
  }

  /** JUnit's own deletion knows whole paths only. */
  @AfterEach
  void removeDirectory() throws Exception {
    new ProcessBuilder("rm", "-rf", directory.toString()).inheritIO().start().waitFor();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void copiesATreeDeeperThanItMayHoldOpen(int workers) throws Exception {
    makeTree(directory.resolve("source"));
    long descriptors = TestFiles.openDescriptors();
    FewDescriptors few = new FewDescriptors(64);
    CopyOutcome outcome = copy(few.syscalls(), workers);
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.files()).isEqualTo(3L * LEVELS + 1);
    assertThat(levelsOf(directory.resolve("target"))).isEqualTo(LEVELS);
    assertThat(TestFiles.openDescriptors()).isEqualTo(descriptors);
    assertThat(few.mostOpen()).isLessThanOrEqualTo(64);
  }

  @Test
  void saysWhichDirectoryWasMovedMeanwhile() throws Exception {
    Path source = Files.createDirectory(directory.resolve("source"));
    Path below = source;
    for (int level = 0; level < 40; level++) {
      below = Files.createDirectory(below.resolve("d"));
    }
    Path moved = source.resolve("d/d/d/d/d/d/d/d");
    Path elsewhere = directory.resolve("elsewhere");
    FewDescriptors few = new FewDescriptors(64);
    Path last = directory.resolve("target").resolve(source.relativize(below));
    few.runBeforeReturn(
        () -> {
          assertThat(last).exists();
          Files.move(moved, elsewhere);
        });
    CopyOutcome outcome = copy(few.syscalls(), 1);
    assertThat(outcome.errors().getFirst().message())
        .isEqualTo(
            "cannot return to directory '"
                + moved.getParent()
                + "': it, or one in it, was moved while it was copied");
    assertThat(outcome.errors()).hasSize(8);
    assertThat(elsewhere).exists();
  }

  private CopyOutcome copy(Syscalls syscalls, int workers) throws IOException {
    CopyPlan plan = CopyPlan.SEQUENTIAL.withWorkers(workers);
    return TreeCopy.copy(
        CopyRequest.of(path(directory.resolve("source")), path(directory.resolve("target")), plan)
            .withOptions(CopyOptions.builder().recursive(true).build()),
        syscalls);
  }

  private static void makeTree(Path top) throws IOException {
    Files.createDirectory(top);
    Fd level = open(Open.AT_CWD, path(top));
    for (int number = 1; number <= LEVELS; number++) {
      makeFile(level, "a", number);
      LIBC.mkdirat(level.number(), DOWN, 0755);
      makeFile(level, "z", number);
      level = down(level);
    }
    level.close();
  }

  private static void makeFile(Fd level, String name, int content) throws SyscallException {
    int flags = Open.CREATE | Open.WRITE_ONLY;
    try (Fd file = Fd.open(LIBC, level.number(), BytePath.of(name), flags, 0644);
        Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(Integer.toString(content));
      LIBC.write(file.number(), text, text.byteSize());
    }
  }

  private static int levelsOf(Path top) throws SyscallException {
    Fd level = open(Open.AT_CWD, path(top));
    int number = 0;
    while (has(level, DOWN)) {
      number++;
      assertThat(content(level, "a")).isEqualTo(number);
      assertThat(content(level, "z")).isEqualTo(number);
      level = down(level);
    }
    level.close();
    return number;
  }

  private static int content(Fd level, String name) throws SyscallException {
    try (Fd file = Fd.open(LIBC, level.number(), BytePath.of(name), Open.READ_ONLY, 0);
        Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocate(16);
      LIBC.read(file.number(), text, text.byteSize());
      return Integer.parseInt(text.getString(0));
    }
  }

  private static Fd down(Fd level) throws SyscallException {
    try (level) {
      return open(level.number(), DOWN);
    }
  }

  private static Fd open(int directory, BytePath name) throws SyscallException {
    return Fd.open(LIBC, directory, name, Open.READ_ONLY | Open.DIRECTORY, 0);
  }

  private static boolean has(Fd level, BytePath name) {
    try {
      return LIBC.statx(level.number(), name, Open.AT_SYMLINK_NO_FOLLOW).isDirectory();
    } catch (SyscallException absent) {
      return false;
    }
  }

  /** A process that may have only so many descriptors, and a view of the way back. */
  private static final class FewDescriptors {
    private final int limit;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private @Nullable Step beforeReturn;

    FewDescriptors(int limit) {
      this.limit = limit;
    }

    interface Step {
      void run() throws Exception;
    }

    void runBeforeReturn(Step step) {
      beforeReturn = step;
    }

    int mostOpen() {
      return mostOpen.get();
    }

    Syscalls syscalls() {
      return InterceptedCall.all(
          call -> {
            switch (call.name()) {
              case "descriptorLimit" -> {
                return (long) limit;
              }
              case "openat" -> count((BytePath) call.arguments()[1]);
              case "close" -> open.decrementAndGet();
              default -> {}
            }
            return call.make();
          });
    }

    private void count(BytePath name) throws Exception {
      if (name.equals(BytePath.of("..")) && beforeReturn != null) {
        Step step = beforeReturn;
        beforeReturn = null;
        step.run();
      }
      int now = open.incrementAndGet();
      mostOpen.accumulateAndGet(now, Math::max);
      if (now > limit) {
        open.decrementAndGet();
        throw new SyscallException("openat", Errno.EMFILE);
      }
    }
  }
}

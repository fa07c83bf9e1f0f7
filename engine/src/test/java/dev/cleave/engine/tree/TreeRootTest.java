package dev.cleave.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.InterceptedCall;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeRootTest {
  private static final int RENAME_EXCHANGE = 2; // linux/fs.h

  @TempDir Path directory;
  private Path inside;
  private Path outside;

  /** What the kernel says to openat2. */
  enum Kernel {
    PRESENT,
    OLD,
    SANDBOXED;

    Syscalls syscalls() {
      return switch (this) {
        case PRESENT -> Libc.INSTANCE;
        case OLD -> refusing(Errno.ENOSYS);
        case SANDBOXED -> refusing(Errno.EPERM);
      };
    }

    private static Syscalls refusing(Errno errno) {
      return InterceptedCall.all(
          call -> {
            if (call.is("openat2")) {
              throw new SyscallException("openat2", errno);
            }
            return call.make();
          });
    }
  }

  @BeforeEach
  void makeTrees() throws IOException {
    inside = directory.resolve("root");
    outside = directory.resolve("outside");
    Files.createDirectories(inside.resolve("a/b"));
    Files.createDirectories(outside.resolve("b"));
    Files.writeString(inside.resolve("a/b/file"), "inside");
    Files.writeString(outside.resolve("b/file"), "outside");
  }

  private interface Action {
    void on(TreeRoot root, Fd fd) throws IOException;
  }

  /** Afterwards no descriptor is left open. */
  private void with(Kernel kernel, Action action) throws IOException {
    long before = openDescriptors();
    try (Fd fd = openDirectory(kernel.syscalls(), Open.AT_CWD, BytePath.of(inside))) {
      action.on(new TreeRoot(fd), fd);
    }
    assertThat(openDescriptors()).isEqualTo(before);
  }

  private static long openDescriptors() throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("/proc/self/fd"))) {
      return entries.count();
    }
  }

  private static Fd openDirectory(Syscalls syscalls, int at, BytePath path)
      throws SyscallException {
    return Fd.open(syscalls, at, path, Open.PATH | Open.DIRECTORY, 0);
  }

  private static FileStatus status(Path path) throws SyscallException {
    return Libc.INSTANCE.statx(Open.AT_CWD, BytePath.of(path), Open.AT_SYMLINK_NO_FOLLOW);
  }

  private static FileStatus opened(TreeRoot root, String path) throws SyscallException {
    try (Fd fd = root.open(BytePath.of(path), Open.PATH)) {
      return fd.status();
    }
  }

  @ParameterizedTest
  @EnumSource
  void opensWhatIsBelow(Kernel kernel) throws IOException {
    FileStatus file = status(inside.resolve("a/b/file"));
    with(
        kernel,
        (root, fd) -> {
          assertThat(opened(root, "a/b/file")).isEqualTo(file);
          assertThat(opened(root, "a///.//b////file")).isEqualTo(file);
          assertThat(opened(root, "a/").isSameFileAs(status(inside.resolve("a")))).isTrue();
          assertThat(opened(root, "").isSameFileAs(status(inside))).isTrue();
        });
  }

  @ParameterizedTest
  @EnumSource
  void followsNoSymbolicLink(Kernel kernel) throws IOException {
    Files.createSymbolicLink(inside.resolve("absolute"), outside);
    Files.createSymbolicLink(inside.resolve("within"), Path.of("a"));
    Files.createSymbolicLink(inside.resolve("magic"), Path.of("/proc/self/cwd"));
    Files.createSymbolicLink(inside.resolve("a/last"), Path.of("b/file"));
    with(
        kernel,
        (root, fd) -> {
          for (String path : List.of("absolute/b/file", "within/b/file", "magic/pom.xml")) {
            refused(root, path, Open.PATH);
          }
          refused(root, "a/last", Open.READ_ONLY);
          refused(root, "within", Open.PATH | Open.DIRECTORY);
          assertThat(opened(root, "a/last").isSymlink()).isTrue();
        });
  }

  private static void refused(TreeRoot root, String path, int flags) {
    assertThatThrownBy(() -> root.open(BytePath.of(path), flags).close())
        .isInstanceOfSatisfying(
            SyscallException.class, e -> assertThat(e.errno()).isIn(Errno.ELOOP, Errno.ENOTDIR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../outside", "a/../../outside", "a/..", "/", "/etc/passwd"})
  void refusesPathsThatAreNotBelow(String path) throws IOException {
    with(
        Kernel.PRESENT,
        (root, fd) ->
            assertThatThrownBy(() -> root.open(BytePath.of(path), Open.PATH))
                .isInstanceOf(IllegalArgumentException.class));
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatIsMissing(Kernel kernel) throws IOException {
    with(
        kernel,
        (root, fd) ->
            assertThatThrownBy(() -> opened(root, "a/none/file"))
                .isInstanceOfSatisfying(
                    SyscallException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENOENT)));
  }

  @ParameterizedTest
  @EnumSource
  void staysInsideWhileADirectoryIsSwappedForALink(Kernel kernel) throws Exception {
    Files.createSymbolicLink(inside.resolve("link"), outside);
    exchange("a", "link");
    exchange("link", "a");
    long file = status(inside.resolve("a/b/file")).inode();
    AtomicBoolean done = new AtomicBoolean();
    Thread swapper =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get()) {
                    exchange("a", "link");
                  }
                });
    try {
      with(kernel, (root, fd) -> opensTheFileOrNothing(root, file));
    } finally {
      done.set(true);
      swapper.join();
    }
  }

  private static void opensTheFileOrNothing(TreeRoot root, long inode) throws SyscallException {
    for (int i = 0; i < 20_000; i++) {
      try {
        assertThat(opened(root, "a/b/file").inode()).isEqualTo(inode);
      } catch (SyscallException e) {
        assertThat(e.errno()).isIn(Errno.ELOOP, Errno.ENOTDIR);
      }
    }
  }

  private void exchange(String one, String other) {
    try {
      BytePath from = BytePath.of(inside.resolve(one));
      BytePath to = BytePath.of(inside.resolve(other));
      Libc.INSTANCE.renameat2(Open.AT_CWD, from, Open.AT_CWD, to, RENAME_EXCHANGE);
    } catch (SyscallException e) {
      assumeTrue(!e.is(Errno.EINVAL), "the file system can't exchange names");
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void opensAndLinksBelowPathsLongerThanTheKernelTakes(Kernel kernel) throws IOException {
    BytePath component = BytePath.of("d".repeat(200));
    List<Fd> chain = new ArrayList<>();
    BytePath path = BytePath.EMPTY;
    try {
      chain.add(openDirectory(Libc.INSTANCE, Open.AT_CWD, BytePath.of(inside)));
      for (int i = 0; i < 30; i++) {
        int parent = chain.getLast().number();
        Libc.INSTANCE.mkdirat(parent, component, 0700);
        chain.add(openDirectory(Libc.INSTANCE, parent, component));
        path = path.resolve(component);
      }
      assertThat(path.bytes().length).isGreaterThan(6000);
      linksBelow(kernel, path, chain.getLast());
    } finally {
      removeChain(chain, component);
    }
  }

  private void linksBelow(Kernel kernel, BytePath path, Fd deepest) throws IOException {
    BytePath file = BytePath.of("file");
    BytePath link = BytePath.of("link");
    int flags = Open.CREATE | Open.WRITE_ONLY;
    Fd.open(Libc.INSTANCE, deepest.number(), file, flags, 0600).close();
    FileId made = FileId.of(Libc.INSTANCE.statx(deepest.number(), file, 0));
    with(
        kernel,
        (root, fd) -> {
          try (Fd parent = root.open(path, Open.PATH | Open.DIRECTORY)) {
            root.linkAs(new FirstCopy(path.resolve(file), made), parent, link);
            assertThat(TargetNames.in(parent, link, link).status())
                .isNotNull()
                .satisfies(linked -> assertThat(FileId.of(linked)).isEqualTo(made));
          }
        });
    Libc.INSTANCE.unlinkat(deepest.number(), file, 0);
    Libc.INSTANCE.unlinkat(deepest.number(), link, 0);
  }

  private static void removeChain(List<Fd> chain, BytePath component) throws SyscallException {
    for (Fd parent : chain.reversed()) {
      try (parent) {
        if (parent != chain.getLast()) {
          Libc.INSTANCE.unlinkat(parent.number(), component, Open.AT_REMOVE_DIRECTORY);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void linksAFile(Kernel kernel) throws IOException {
    FirstCopy copy = copyAt("a/b/file");
    with(kernel, (root, fd) -> root.linkAs(copy, fd, BytePath.of("n")));
    assertThat(status(inside.resolve("n")).inode()).isEqualTo(copy.file().inode());
    assertThat(status(inside.resolve("n")).links()).isEqualTo(2);
  }

  @Test
  void linksASymbolicLinkItself() throws IOException {
    Files.createSymbolicLink(inside.resolve("dangling"), Path.of("nowhere"));
    FirstCopy copy = copyAt("dangling");
    with(Kernel.PRESENT, (root, fd) -> root.linkAs(copy, fd, BytePath.of("n")));
    assertThat(status(inside.resolve("n")).inode()).isEqualTo(copy.file().inode());
    assertThat(status(inside.resolve("n")).isSymlink()).isTrue();
  }

  @Test
  void linksNothingElseThanWhatWasCopied() throws IOException {
    FirstCopy copy = copyAt("a/b/file");
    Files.move(inside.resolve("a/b/file"), inside.resolve("moved"));
    Files.writeString(inside.resolve("a/b/file"), "another");
    cannotLink(copy, Errno.ESTALE);
    assertThat(inside.resolve("n")).doesNotExist();
  }

  @Test
  void linksNothingThroughASymbolicLink() throws IOException {
    FirstCopy copy = copyAt("a/b/file");
    Files.move(inside.resolve("a"), inside.resolve("c"));
    Files.createSymbolicLink(inside.resolve("a"), Path.of("c"));
    cannotLink(copy, Errno.ELOOP);
  }

  @Test
  void takesNoNameFromAnotherFile() throws IOException {
    Files.writeString(inside.resolve("n"), "taken");
    cannotLink(copyAt("a/b/file"), Errno.EEXIST);
    assertThat(inside.resolve("n")).hasContent("taken");
  }

  private void cannotLink(FirstCopy copy, Errno errno) throws IOException {
    with(
        Kernel.PRESENT,
        (root, fd) ->
            assertThatThrownBy(() -> root.linkAs(copy, fd, BytePath.of("n")))
                .isInstanceOfSatisfying(
                    SyscallException.class, e -> assertThat(e.errno()).isEqualTo(errno)));
  }

  private FirstCopy copyAt(String path) throws SyscallException {
    return new FirstCopy(BytePath.of(path), FileId.of(status(inside.resolve(path))));
  }
}

package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.PreserveOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Trees are copied while somebody swaps their directories, in the source and in the target, for
 * symbolic links to a directory outside, and back, as fast as it goes: nothing there is read into a
 * copy, made, or changed. Single entries may fail.
 */
class SwappedDirectoriesTest {
  private static final int COPIES = 60;
  private static final int EXCHANGE = 2; // RENAME_EXCHANGE, linux/fs.h
  private static final List<String> SWAPPED =
      List.of("a", "b", "c", "d", "e", "f", "g", "h", "a/sub", "b/sub");
  private static final String MARKER = "what is outside must stay there";

  @TempDir(factory = MemoryDirectory.class)
  Path directory;

  private Path source;
  private Path target;
  private Path outside;
  private Path links;

  @BeforeEach
  void makeTrees() throws IOException {
    source = directory.resolve("source");
    target = directory.resolve("target");
    outside = directory.resolve("outside");
    links = Files.createDirectory(directory.resolve("links"));
    for (String below : SWAPPED) {
      fill(Files.createDirectories(source.resolve(below)), "inside");
    }
    fill(Files.createDirectories(outside.resolve("sub/sub")), MARKER);
    fill(outside.resolve("sub"), MARKER);
    fill(outside, MARKER);
    for (Path tree : List.of(source, target)) {
      for (String below : SWAPPED) {
        Files.createSymbolicLink(link(tree, below), outside);
      }
    }
  }

  /** Of the files of a directory half are names of one file. */
  private static void fill(Path made, String content) throws IOException {
    for (int i = 0; i < 3; i++) {
      Files.writeString(made.resolve("file" + i), content);
      Files.createLink(made.resolve("other" + i), made.resolve("file" + i));
    }
    Files.createSymbolicLink(made.resolve("link"), Path.of("file1"));
  }

  private Path link(Path tree, String below) {
    return links.resolve(tree.getFileName() + "-" + below.replace('/', '-'));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void leadNobodyOutside(boolean resume) throws Exception {
    long seed = new SplittableRandom().nextLong();
    Map<String, String> before = outsideNow();
    CopyOptions options =
        CopyOptions.builder()
            .recursive(true)
            .preserve(PreserveOptions.ARCHIVE)
            .resume(resume)
            .build();
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int i = 0; i < COPIES; i++) {
      Swapper swapper = new Swapper(seeds.split());
      swapper.start();
      swapper.swapped.await();
      CopyPlan plan = CopyPlan.SEQUENTIAL.withWorkers(1 + i % 3);
      CopyEngine.copy(CopyRequest.of(path(source), path(target), plan).withOptions(options));
      swapper.end();
      String where = "seed " + seed + ", copy " + i;
      assertThat(outsideNow()).as(where).isEqualTo(before);
      assertNoMarker(where);
      if (i % 2 == 1) { // each second copy finds the target of the one before
        deleteTarget();
      }
    }
    System.out.println("SwappedDirectoriesTest: seed " + seed + " is good");
  }

  /** Swaps as fast as it can, until it is told to end; leaves everything where it was. */
  private final class Swapper extends Thread {
    private final CountDownLatch swapped = new CountDownLatch(1);
    private final SplittableRandom random;
    private volatile boolean ended;

    Swapper(SplittableRandom random) {
      super("swapper");
      this.random = random;
    }

    @Override
    public void run() {
      try {
        while (!ended) {
          Path tree = random.nextBoolean() ? source : target;
          exchange(tree, SWAPPED.get(random.nextInt(SWAPPED.size())));
          swapped.countDown();
        }
      } catch (SyscallException e) {
        throw new AssertionError(e);
      }
    }

    void end() throws Exception {
      ended = true;
      join();
      for (Path tree : List.of(source, target)) {
        for (String below : SWAPPED) { // the upper ones first
          if (Files.isDirectory(link(tree, below), LinkOption.NOFOLLOW_LINKS)) {
            exchange(tree, below);
          }
        }
      }
    }
  }

  /** Unless one of them isn't there, or is behind a link just now. */
  private void exchange(Path tree, String below) throws SyscallException {
    Path place = tree.resolve(below);
    int flags = Open.PATH | Open.DIRECTORY | Open.NO_FOLLOW;
    try (Fd parent = Fd.open(Libc.INSTANCE, Open.AT_CWD, path(place).parent(), flags, 0)) {
      BytePath aside = path(link(tree, below));
      BytePath name = path(place).fileName();
      Libc.INSTANCE.renameat2(parent.number(), name, Open.AT_CWD, aside, EXCHANGE);
    } catch (SyscallException e) {
      if (!e.is(Errno.ENOENT, Errno.ENOTDIR, Errno.ELOOP)) {
        throw e;
      }
    }
  }

  private Map<String, String> outsideNow() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(outside)) {
      for (Path path : all.toList()) {
        var status = Libc.INSTANCE.statx(Open.AT_CWD, path(path), Open.AT_SYMLINK_NO_FOLLOW);
        String content = status.isRegular() ? Files.readString(path) : "";
        found.put(path.toString(), status.changed() + " " + status.links() + " " + content);
      }
    }
    return found;
  }

  private void assertNoMarker(String where) throws IOException {
    try (Stream<Path> all = Files.walk(target)) {
      for (Path path : all.toList()) {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          assertThat(path).as(where).hasContent("inside");
        }
      }
    }
  }

  private void deleteTarget() throws IOException {
    try (Stream<Path> all = Files.walk(target)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

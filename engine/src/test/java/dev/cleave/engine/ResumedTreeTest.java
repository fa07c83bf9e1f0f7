package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.PlainUser;
import dev.cleave.engine.options.BackupControl;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.CopyOptionsBuilder;
import dev.cleave.engine.options.PreserveOptions;
import dev.cleave.engine.options.UpdateMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees whose copy was stopped somewhere, and what {@code --resume} makes of them. */
class ResumedTreeTest {
  private static final int FILES = 12;
  private static final CopyOptions ARCHIVING = archive().resume(true).build();

  @TempDir(factory = MemoryDirectory.class)
  Path directory;

  private Path source;
  private Path target;

  private static CopyOptionsBuilder archive() {
    return CopyOptions.builder().recursive(true).preserve(PreserveOptions.ARCHIVE);
  }

  @BeforeEach
  void write() throws IOException {
    source = Files.createDirectories(directory.resolve("source"));
    target = directory.resolve("target");
    for (String below : List.of("a", "b/c")) {
      Path made = Files.createDirectories(source.resolve(below));
      for (int i = 0; i < FILES; i++) {
        Path file = TestFiles.write(made.resolve("f" + i), 100 + i);
        Files.setAttribute(file, "unix:mode", 0600 + i);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_123L + i));
      }
      Files.createSymbolicLink(made.resolve("link"), Path.of("f1"));
      Files.setLastModifiedTime(made, FileTime.fromMillis(900_000_000_000L));
    }
    Files.createLink(source.resolve("a/other"), source.resolve("b/c/f3"));
    Files.createLink(source.resolve("b/third"), source.resolve("b/c/f3"));
    setAttribute(source.resolve("a/f2"), "user.colour", "blue");
    awaitTick(source.resolve("a/f2"));
  }

  /** Until what is made is later than the last change of the file: a tick of up to 10 ms. */
  private void awaitTick(Path changed) throws IOException {
    Path probe = Files.createFile(directory.resolve("probe"));
    Object before = Files.getAttribute(changed, "unix:ctime");
    while (Files.getAttribute(probe, "unix:ctime").equals(before)) {
      Files.setAttribute(probe, "unix:mode", 0600);
    }
    Files.delete(probe);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 15, 25})
  void endsAsOneWholeRunWould(int stopAfter) throws IOException {
    stop(stopAfter);
    CopyOutcome outcome = copy(ARCHIVING);
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.resumedFiles()).isBetween(stopAfter - 3L, 2L * FILES + 4);
    assertThat(outcome.files() + outcome.resumedFiles()).isGreaterThanOrEqualTo(2 * FILES + 4);
    assertIsGood();
  }

  @Test
  void copiesNothingAgain() throws IOException {
    CopyOutcome first = copy(ARCHIVING);
    Map<String, String> before = inodes();
    CopyOutcome outcome = copy(ARCHIVING);
    assertThat(first.resumedFiles()).isZero();
    assertThat(outcome.files()).isZero();
    assertThat(outcome.bytes()).isZero();
    assertThat(outcome.resumedFiles()).isEqualTo(2 * FILES + 4);
    assertThat(outcome.resumedBytes()).isEqualTo(first.bytes());
    assertThat(inodes()).as("nothing was made anew").isEqualTo(before);
    assertIsGood();
  }

  @Test
  void countsWhatIsKeptAsProgress() throws IOException {
    CopyOutcome first = copy(ARCHIVING);
    AtomicLong advanced = new AtomicLong();
    List<CopyItem> kept = new ArrayList<>();
    CopyListener counting =
        new CopyListener() {
          @Override
          public void advanced(ByteRange region, long bytes) {
            advanced.addAndGet(bytes);
          }

          @Override
          public void kept(CopyItem item) {
            kept.add(item);
          }
        };
    CopyEngine.copy(request(ARCHIVING).withListener(counting));
    assertThat(advanced).hasValue(first.bytes());
    assertThat(kept).hasSize(2 * FILES + 4);
  }

  @Test
  void copiesAgainWhatWasRewrittenEvenIfItsSizeAndTimeAreTheSame() throws IOException {
    copy(ARCHIVING);
    Path rewritten = source.resolve("a/f5");
    FileTime time = Files.getLastModifiedTime(rewritten);
    Files.writeString(rewritten, "x".repeat(105));
    Files.setLastModifiedTime(rewritten, time);
    assertThat(copy(ARCHIVING).bytes()).isEqualTo(105);
    assertIsGood();
  }

  @Test
  void givesWhatItKeepsTheMetadataItLacks() throws IOException {
    copy(ARCHIVING);
    Files.setAttribute(target.resolve("a/f1"), "unix:mode", 0777);
    setAttribute(target.resolve("a/f2"), "user.colour", "red");
    Files.setLastModifiedTime(target.resolve("a"), FileTime.fromMillis(0));
    CopyOutcome outcome = copy(ARCHIVING);
    assertThat(outcome.bytes()).isZero();
    assertThat(outcome.resumedFiles()).isEqualTo(2 * FILES + 4);
    assertIsGood();
  }

  @Test
  void replacesAnOlderFileOfTheSameSize() throws IOException {
    Files.createDirectories(target.resolve("a"));
    Files.writeString(target.resolve("a/f4"), "o".repeat(104));
    CopyOutcome outcome = copy(ARCHIVING);
    assertThat(outcome.resumedFiles()).isZero();
    assertIsGood();
  }

  @Test
  void takesApartWhatTheSourceHasApart() throws IOException {
    copy(ARCHIVING);
    for (String name : List.of("a/f6", "a/f7")) {
      Files.delete(source.resolve(name));
      TestFiles.write(source.resolve(name), 200);
      Files.setLastModifiedTime(source.resolve(name), FileTime.fromMillis(5_000));
      Files.deleteIfExists(target.resolve(name));
    }
    Files.copy(source.resolve("a/f6"), target.resolve("a/f6"));
    Files.setLastModifiedTime(target.resolve("a/f6"), FileTime.fromMillis(5_000));
    Files.createLink(target.resolve("a/f7"), target.resolve("a/f6"));
    copy(ARCHIVING);
    assertIsGood();
  }

  @Test
  void copiesAgainWithoutTimesToCompare() throws IOException {
    CopyOptions plain = CopyOptions.builder().recursive(true).resume(true).build();
    long bytes = copy(plain).bytes();
    CopyOutcome outcome = copy(plain);
    assertThat(outcome.bytes()).isEqualTo(bytes);
    assertThat(outcome.resumedFiles()).as("links have their text").isEqualTo(2);
  }

  @Test
  void verifiesWhatItKeepsAndCopiesAgainWhatDiffers() throws IOException {
    copy(ARCHIVING);
    Path damaged = target.resolve("b/c/f9");
    FileTime time = Files.getLastModifiedTime(damaged);
    SparseFile.flip(damaged, 50, 1);
    Files.setLastModifiedTime(damaged, time);
    CopyOutcome outcome = copy(ARCHIVING.toBuilder().verify(true).build());
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.bytes()).isEqualTo(109);
    assertThat(outcome.warnings())
        .containsExactly(
            path(damaged).quoted()
                + " differs from "
                + path(source.resolve("b/c/f9")).quoted()
                + " in bytes 0-108, although size and times agree: copied again");
    assertIsGood();
  }

  @Test
  void backsUpOnlyWhatItReplaces() throws IOException {
    Files.createDirectories(target.resolve("a"));
    Files.writeString(target.resolve("a/f0"), "the user's");
    CopyOptions backing = ARCHIVING.toBuilder().backup(BackupControl.SIMPLE).build();
    copy(backing);
    assertThat(copy(backing).files()).isZero();
    assertThat(target.resolve("a/f0~")).hasContent("the user's");
    Files.delete(target.resolve("a/f0~"));
    Files.setLastModifiedTime(target.resolve("a"), Files.getLastModifiedTime(source.resolve("a")));
    assertIsGood();
  }

  @Test
  void neitherAsksNorFailsWhereNothingIsReplaced() throws IOException {
    copy(ARCHIVING);
    CopyOptions asking =
        ARCHIVING.toBuilder()
            .update(UpdateMode.NONE_FAIL)
            .confirmation((name, mode) -> false)
            .build();
    CopyOutcome outcome = copy(asking);
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.resumedFiles()).isEqualTo(2 * FILES + 4);
  }

  @Test
  void touchesNothingThatExistsUnderNoClobber() throws IOException {
    copy(ARCHIVING);
    Files.setAttribute(target.resolve("a/f1"), "unix:mode", 0777);
    CopyOutcome outcome = copy(ARCHIVING.toBuilder().update(UpdateMode.NONE).build());
    assertThat(outcome.files() + outcome.resumedFiles()).isZero();
    assertThat(SparseFile.status(target.resolve("a/f1")).permissions()).isEqualTo(0777);
  }

  @Test
  void removesWhatIsThereOfSourcesThatAreGone() throws IOException {
    copy(ARCHIVING);
    for (String suffix : List.of("part", "journal")) {
      Path left = target.resolve("a/.source that is gone.cleave-" + suffix);
      Files.writeString(left, "");
      Files.setAttribute(left, "unix:mode", 0600);
    }
    copy(ARCHIVING);
    assertIsGood();
  }

  /** A plain user couldn't go on in a directory that is finished and read-only. */
  @Test
  void goesOnInReadOnlyDirectories() throws Exception {
    Files.setAttribute(directory, "unix:mode", 0777);
    PlainUser.call(
        () -> {
          Path own = Files.createDirectories(directory.resolve("own/d"));
          TestFiles.write(own.resolve("one"), 10);
          TestFiles.write(own.resolve("two"), 20);
          Files.setAttribute(own, "unix:mode", 0555);
          source = directory.resolve("own");
          awaitTick(own);
          CopyOptions two = ARCHIVING.toBuilder().exclude(BytePath.of("two")).build();
          assertThat(copy(two).errors()).isEmpty();
          CopyOutcome outcome = copy(ARCHIVING);
          assertThat(outcome.errors()).isEmpty();
          assertThat(outcome.bytes()).isEqualTo(20);
          assertIsGood();
          for (Path made : List.of(own, target.resolve("d"))) {
            Files.setAttribute(made, "unix:mode", 0755);
          }
          return outcome;
        });
  }

  /** As far as the disk is concerned a cancelled copy is a killed one. */
  private void stop(int after) {
    Cancellation cancellation = new Cancellation();
    AtomicLong finished = new AtomicLong();
    CopyListener stopping =
        new CopyListener() {
          @Override
          public void finished(CopyItem item) {
            if (finished.incrementAndGet() == after + 4) { // directories, too
              cancellation.cancel(new CancellationException("stopped"));
            }
          }
        };
    CopyRequest request = request(ARCHIVING).withListener(stopping).withCancellation(cancellation);
    assertThatThrownBy(() -> CopyEngine.copy(request)).isInstanceOf(CancellationException.class);
  }

  private CopyRequest request(CopyOptions options) {
    CopyPlan plan = CopyPlan.SEQUENTIAL.withWorkers(3);
    return CopyRequest.of(path(source), path(target), plan).withOptions(options);
  }

  private CopyOutcome copy(CopyOptions options) throws IOException {
    return CopyEngine.copy(request(options));
  }

  private void assertIsGood() throws IOException {
    assertThat(tree(target)).containsExactlyEntriesOf(tree(source));
  }

  /** All that a copy has in common with its source, by name. */
  private static Map<String, String> tree(Path root) throws IOException {
    Map<String, String> found = new TreeMap<>();
    Map<Object, String> firstNames = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted().toList()) {
        Map<String, Object> unix = Files.readAttributes(path, "unix:*", LinkOption.NOFOLLOW_LINKS);
        String name = root.relativize(path).toString();
        String first = firstNames.computeIfAbsent(unix.get("ino"), inode -> name);
        String kind = unix.get("mode") + " " + unix.get("uid") + " " + unix.get("lastModifiedTime");
        found.put(name, kind + " " + first + " " + content(path));
      }
    }
    return found;
  }

  private static String content(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return Files.readSymbolicLink(path).toString();
    }
    if (Files.isDirectory(path)) {
      return "";
    }
    StringBuilder content = new StringBuilder();
    for (BytePath name : Libc.INSTANCE.listxattr(path(path))) {
      String value =
          new String(Libc.INSTANCE.getxattr(path(path), name), StandardCharsets.ISO_8859_1);
      content.append(name).append('=').append(value).append(' ');
    }
    return content + new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
  }

  private Map<String, String> inodes() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(target)) {
      for (Path path : all.toList()) {
        var status = Libc.INSTANCE.statx(Open.AT_CWD, path(path), Open.AT_SYMLINK_NO_FOLLOW);
        boolean isDirectory = status.isDirectory();
        found.put(path.toString(), status.inode() + " " + (isDirectory ? "" : status.changed()));
      }
    }
    return found;
  }

  private static void setAttribute(Path path, String name, String value) throws IOException {
    Libc.INSTANCE.setxattr(
        path(path), BytePath.of(name), value.getBytes(StandardCharsets.ISO_8859_1));
  }
}

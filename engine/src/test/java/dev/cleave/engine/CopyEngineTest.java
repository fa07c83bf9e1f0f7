package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.names;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.options.BackupControl;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.PreserveOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyEngineTest {
  private static final long UNEVEN = 17 * ByteSize.MIB + 777;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void copiesTwoHundredMegabytesByteForByte(int splitDepth) throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), 200_000_000);
    Path target = directory.resolve("target");
    CopyOutcome outcome = copy(source, target, CopyPlan.SEED.withSplitDepth(splitDepth));
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.bytes()).isEqualTo(200_000_000);
    assertThat(outcome.plans().getFirst().used().splitDepth()).isEqualTo(splitDepth);
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "4095", "4096", "4097", "1048575", "1048577", "8388607", "8388609"})
  void copiesSizesAroundEveryBoundary(long bytes) throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), bytes);
    Path target = directory.resolve("target");
    for (boolean preallocate : new boolean[] {false, true}) {
      CopyPlan plan = CopyPlan.SEED.withChunkBytes(12_345).withPreallocate(preallocate);
      copy(source, target, plan);
      assertThat(Files.mismatch(source, target)).isEqualTo(-1);
      assertThat(Files.size(target)).isEqualTo(bytes);
    }
  }

  @Test
  void staysSequentialBelowTheThreshold() throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), UNEVEN);
    List<List<ByteRange>> regions = new ArrayList<>();
    CopyListener listener =
        new CopyListener() {
          @Override
          public void fileStarted(CopyItem file, long bytes, List<ByteRange> parts) {
            regions.add(parts);
          }
        };
    CopyRequest request =
        CopyRequest.of(path(source), path(directory.resolve("target")), CopyPlan.SEED)
            .withListener(listener);
    CopyOutcome outcome = CopyEngine.copy(request);
    assertThat(regions).containsExactly(List.of(new ByteRange(0, UNEVEN)));
    PlanUse use = outcome.plans().getFirst();
    assertThat(use.used().splitDepth()).isZero();
    assertThat(use.why()).isEqualTo("files below 128MiB are not split");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void splitsUnevenlyWithTheThresholdLowered(int splitDepth) throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), UNEVEN);
    Path target = directory.resolve("target");
    List<ByteRange> written = Collections.synchronizedList(new ArrayList<>());
    CopyListener listener =
        new CopyListener() {
          @Override
          public void advanced(ByteRange region, long bytes) {
            written.add(new ByteRange(region.offset(), bytes));
          }
        };
    CopyRequest request =
        CopyRequest.of(path(source), path(target), CopyPlan.SEED.withSplitDepth(splitDepth))
            .withOptions(CopyOptions.builder().splitThresholdBytes(0).build())
            .withListener(listener);
    CopyEngine.copy(request);
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    assertThat(written.stream().mapToLong(ByteRange::length).sum()).isEqualTo(UNEVEN);
    assertThat(written.stream().map(ByteRange::offset).distinct()).hasSizeGreaterThan(1);
  }

  @Test
  void replacesTheTargetAndKeepsItsMode() throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), 1000);
    Path target = TestFiles.write(directory.resolve("target"), 5000);
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
    copy(source, target, CopyPlan.SEQUENTIAL);
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-r-----");
    assertThat(names(directory)).containsExactly("source", "target");
  }

  @Test
  void writesIntoATargetWithSeveralLinksAndSaysSo() throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), 1000);
    Path target = TestFiles.write(directory.resolve("target"), 5000);
    Files.createLink(directory.resolve("other"), target);
    CopyOutcome outcome = copy(source, target, CopyPlan.SEQUENTIAL);
    assertThat(Files.mismatch(source, directory.resolve("other"))).isEqualTo(-1);
    assertThat(outcome.plans().getFirst().why())
        .isEqualTo("written in place: the target has 2 links");
  }

  @Test
  void replacesWhatASymlinkPointsTo() throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), 1000);
    Path pointed = TestFiles.write(directory.resolve("pointed"), 10);
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("pointed"));
    copy(source, link, CopyPlan.SEQUENTIAL);
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.mismatch(source, pointed)).isEqualTo(-1);
  }

  @Test
  void copiesATreeWithModesTimesAndLinks() throws IOException {
    Path tree = Files.createDirectories(directory.resolve("tree/inner/empty"));
    Path source = directory.resolve("tree");
    Path file = TestFiles.write(source.resolve("inner/file"), 3000);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r-xr-x---"));
    Files.setLastModifiedTime(
        file, FileTime.from(Instant.ofEpochSecond(1_000_000_000, 123_456_789)));
    Files.createSymbolicLink(source.resolve("dangling"), Path.of("no/where"));
    Files.setLastModifiedTime(tree, FileTime.from(Instant.ofEpochSecond(900_000_000, 1)));
    Path target = directory.resolve("copy");
    CopyOutcome outcome =
        CopyEngine.copy(
            CopyRequest.of(path(source), path(target), CopyPlan.SEQUENTIAL)
                .withOptions(
                    CopyOptions.builder()
                        .recursive(true)
                        .preserve(PreserveOptions.BASICS)
                        .build()));
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.files()).isEqualTo(5);
    Path copied = target.resolve("inner/file");
    assertThat(Files.mismatch(file, copied)).isEqualTo(-1);
    assertThat(Files.getLastModifiedTime(copied)).isEqualTo(Files.getLastModifiedTime(file));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copied)))
        .isEqualTo("r-xr-x---");
    assertThat(Files.readSymbolicLink(target.resolve("dangling"))).isEqualTo(Path.of("no/where"));
    assertThat(Files.getLastModifiedTime(target.resolve("inner/empty")))
        .isEqualTo(Files.getLastModifiedTime(tree));
  }

  /** As cp: all but the copy itself is copied. */
  @Test
  void doesNotCopyACopyIntoItself() throws IOException {
    Path tree = directory.resolve("tree");
    Path inner = Files.createDirectories(tree.resolve("inner"));
    CopyOutcome outcome =
        CopyEngine.copy(
            CopyRequest.of(path(tree), path(inner.resolve("copy")), CopyPlan.SEQUENTIAL)
                .withOptions(CopyOptions.builder().recursive(true).build()));
    assertThat(outcome.errors().getFirst().message()).contains("into itself");
    assertThat(inner.resolve("copy/inner")).isEmptyDirectory();
  }

  /** Hardly any order of so many lets the walk meet the target first, which would be easy. */
  @Test
  void endsWhereTheTargetOfATreeIsInItAndExists() throws IOException {
    Path tree = directory.resolve("tree");
    Path target = Files.createDirectories(tree.resolve("backup"));
    for (int i = 0; i < 40; i++) {
      Files.createDirectories(tree.resolve("other" + i));
    }
    CopyRequest request =
        CopyRequest.of(path(tree), path(target), CopyPlan.SEQUENTIAL)
            .withOptions(CopyOptions.builder().recursive(true).build());
    AtomicInteger made = new AtomicInteger();
    CopyListener stopper =
        new CopyListener() {
          @Override
          public void finished(CopyItem item) {
            if (made.incrementAndGet() > 300) {
              request.cancellation().cancel(new CancellationException("it doesn't end"));
            }
          }
        };
    CopyOutcome outcome = CopyEngine.copy(request.withListener(stopper));
    assertThat(outcome.errors()).isNotEmpty();
    assertThat(outcome.errors()).allMatch(error -> error.message().contains("into itself"));
    assertThat(target.resolve("other39")).isDirectory();
    assertThat(target.resolve("backup")).isDirectory();
    assertThat(target.resolve("backup/backup")).doesNotExist();
  }

  /** A second copy would overwrite the backup of what was there before the first. */
  @Test
  void copiesADirectoryThatIsNamedTwiceOnce() throws IOException {
    Path source = Files.createDirectories(directory.resolve("s"));
    Files.writeString(source.resolve("f"), "new");
    Path target = Files.createDirectories(directory.resolve("d/s"));
    Files.writeString(target.resolve("f"), "old");
    CopyItem item = new CopyItem(path(source), path(target));
    CopyRequest once = CopyRequest.of(path(source), path(target), CopyPlan.SEQUENTIAL);
    CopyOptions options =
        CopyOptions.builder().recursive(true).backup(BackupControl.SIMPLE).build();
    CopyOutcome outcome =
        CopyEngine.copy(
            new CopyRequest(
                List.of(item, item), once.plans(), options, CopyListener.NONE, new Cancellation()));
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.warnings().getFirst()).endsWith("specified more than once");
    assertThat(target.resolve("f~")).hasContent("old");
  }

  /** The least that can be asked for: then files come one after the other. */
  @ParameterizedTest
  @ValueSource(longs = {CopyPlan.MIN_CHUNK_BYTES, 20_000, 64 * ByteSize.KIB})
  void filesInFlightShareTheMemory(long memoryLimitBytes) throws IOException {
    Path source = Files.createDirectories(directory.resolve("tree"));
    for (int i = 0; i < 40; i++) {
      TestFiles.write(source.resolve("file" + i), 300_000);
    }
    CopyOptions options =
        CopyOptions.builder().recursive(true).memoryLimitBytes(memoryLimitBytes).build();
    Path target = directory.resolve("copy");
    CopyOutcome outcome =
        CopyEngine.copy(
            CopyRequest.of(path(source), path(target), CopyPlan.SEQUENTIAL.withWorkers(8))
                .withOptions(options));
    assertThat(outcome.errors()).isEmpty();
    assertThat(Files.mismatch(source.resolve("file39"), target.resolve("file39"))).isEqualTo(-1);
  }

  @Test
  void reportsWhatIsMissingAndCopiesTheRest() throws IOException {
    Path source = Files.createDirectories(directory.resolve("tree"));
    TestFiles.write(source.resolve("file"), 10);
    CopyRequest both =
        new CopyRequest(
            List.of(
                new CopyItem(path(directory.resolve("missing")), path(directory.resolve("a"))),
                new CopyItem(path(source.resolve("file")), path(directory.resolve("b")))),
            CopyPlans.all(CopyPlan.SEQUENTIAL),
            CopyOptions.DEFAULTS,
            CopyListener.NONE,
            new Cancellation());
    CopyOutcome outcome = CopyEngine.copy(both);
    CopyError error = outcome.errors().getFirst();
    assertThat(error.message())
        .isEqualTo("cannot stat '" + directory.resolve("missing") + "': No such file or directory");
    assertThat(error.errno()).isEqualTo(2);
    assertThat(directory.resolve("b")).exists();
    assertThat(directory.resolve("a")).doesNotExist();
  }

  @Test
  void refusesTheSameFile() throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), 1000);
    CopyOutcome outcome = copy(source, source, CopyPlan.SEQUENTIAL);
    assertThat(outcome.errors().getFirst().message()).contains("are the same file");
    assertThat(source).hasSize(1000);
  }

  @Test
  void leavesNothingBehindWhenCancelled() throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), UNEVEN);
    Cancellation cancellation = new Cancellation();
    CopyListener cancelling =
        new CopyListener() {
          @Override
          public void advanced(ByteRange region, long bytes) {
            cancellation.cancel(new CancellationException("enough"));
          }
        };
    CopyRequest request =
        CopyRequest.of(path(source), path(directory.resolve("target")), CopyPlan.SEED)
            .withOptions(CopyOptions.builder().splitThresholdBytes(0).build())
            .withListener(cancelling)
            .withCancellation(cancellation);
    long descriptors = TestFiles.openDescriptors();
    assertThatThrownBy(() -> CopyEngine.copy(request)).isInstanceOf(CancellationException.class);
    assertThat(names(directory)).containsExactly("source");
    assertThat(TestFiles.openDescriptors()).isEqualTo(descriptors);
  }

  @Test
  void reportsASourceThatShrank() throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), UNEVEN);
    CopyListener truncating =
        new CopyListener() {
          @Override
          public void fileStarted(CopyItem file, long bytes, List<ByteRange> regions) {
            try (var channel =
                java.nio.channels.FileChannel.open(
                    source, java.nio.file.StandardOpenOption.WRITE)) {
              channel.truncate(9 * ByteSize.MIB);
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
        };
    CopyRequest request =
        CopyRequest.of(path(source), path(directory.resolve("target")), CopyPlan.SEED)
            .withListener(truncating);
    CopyOutcome outcome = CopyEngine.copy(request);
    assertThat(outcome.errors().getFirst().message())
        .contains("was truncated while it was copied: it ends at byte 9437184");
    assertThat(names(directory)).containsExactly("source");
  }

  @Test
  void readsFilesThatLieAboutTheirSizeToTheirEnd() throws IOException {
    Path target = directory.resolve("status");
    CopyOutcome outcome = copy(Path.of("/proc/self/status"), target, CopyPlan.SEQUENTIAL);
    assertThat(outcome.errors()).isEmpty();
    assertThat(Files.readString(target)).startsWith("Name:").contains("VmRSS");
  }

  @Test
  void copiesNamesThatAreNoText() throws IOException {
    BytePath source = path(directory).resolve(BytePath.of(new byte[] {'a', (byte) 0xff, '\n'}));
    TestFiles.write(directory.resolve("plain"), 777);
    CopyEngine.copy(CopyRequest.of(path(directory.resolve("plain")), source, CopyPlan.SEQUENTIAL));
    Path back = directory.resolve("back");
    CopyOutcome outcome = CopyEngine.copy(CopyRequest.of(source, path(back), CopyPlan.SEQUENTIAL));
    assertThat(outcome.errors()).isEmpty();
    assertThat(Files.mismatch(directory.resolve("plain"), back)).isEqualTo(-1);
  }

  @Test
  void leavesNoDescriptorOpen() throws IOException {
    Path source = Files.createDirectories(directory.resolve("tree/inner"));
    TestFiles.write(source.resolve("file"), UNEVEN);
    long descriptors = TestFiles.openDescriptors();
    CopyEngine.copy(
        CopyRequest.of(
                path(directory.resolve("tree")), path(directory.resolve("copy")), CopyPlan.SEED)
            .withOptions(CopyOptions.builder().recursive(true).splitThresholdBytes(0).build()));
    assertThat(TestFiles.openDescriptors()).isEqualTo(descriptors);
    assertThat(Files.getLastModifiedTime(directory.resolve("copy"), LinkOption.NOFOLLOW_LINKS))
        .isNotNull();
  }

  private static CopyOutcome copy(Path source, Path target, CopyPlan plan) throws IOException {
    return CopyEngine.copy(CopyRequest.of(path(source), path(target), plan));
  }
}

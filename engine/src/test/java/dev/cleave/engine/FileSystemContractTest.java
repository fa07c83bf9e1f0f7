package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.names;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.ReflinkMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every backend owes between any two file systems. The system property {@value #DIRECTORIES}
 * names directories, separated by colons, on as many file systems: {@code scripts/file-systems}
 * makes some. Each is a source for each, itself included; without the property there is one, the
 * temporary one.
 */
@ParameterizedClass(name = "{2} from {0} to {1}")
@MethodSource("pairs")
class FileSystemContractTest {
  private static final String DIRECTORIES = "cleave.test.directories";

  static final List<Long> SIZES =
      List.of(
          0L,
          1L,
          4095L,
          4096L,
          4097L,
          2 * ByteSize.MIB - 1,
          2 * ByteSize.MIB + 1,
          8 * ByteSize.MIB - 1,
          8 * ByteSize.MIB + 1,
          17 * ByteSize.MIB + 777);

  /** Where a clone could be made no backend would run. */
  private static final CopyOptions OPTIONS =
      CopyOptions.builder().splitThresholdBytes(0).reflink(ReflinkMode.NEVER).build();

  @TempDir static Path temporary;

  private final Path sources;
  private final Path targets;
  private final CopyPlan plan;
  private Path from = Path.of("");
  private Path to = Path.of("");
  private List<String> descriptors = List.of();

  FileSystemContractTest(Path sources, Path targets, BackendKind backend) {
    this.sources = sources;
    this.targets = targets;
    this.plan = CopyPlan.SEQUENTIAL.withBackend(backend);
  }

  static Stream<Arguments> pairs() {
    List<Path> directories = directories();
    List<Arguments> pairs = new ArrayList<>();
    for (Path source : directories) {
      for (Path target : directories) {
        for (BackendKind backend : BackendKind.values()) {
          pairs.add(Arguments.of(source, target, backend));
        }
      }
    }
    return pairs.stream();
  }

  private static List<Path> directories() {
    String named = System.getProperty(DIRECTORIES, "");
    return named.isEmpty()
        ? List.of(temporary)
        : Arrays.stream(named.split(":", -1)).map(Path::of).toList();
  }

  @BeforeEach
  void makeDirectories() throws IOException {
    from = Files.createTempDirectory(sources, "contract-from-");
    to = Files.createTempDirectory(targets, "contract-to-");
    descriptors = openFiles();
  }

  @AfterEach
  void leavesNoDescriptorAndNoMapping() throws IOException {
    delete(from);
    delete(to);
    assertThat(openFiles()).isEqualTo(descriptors);
    assertThat(Files.readAllLines(Path.of("/proc/self/maps")))
        .noneMatch(line -> line.contains(from + "/") || line.contains(to + "/"));
  }

  @ParameterizedTest
  @FieldSource("SIZES")
  void copiesToANewName(long bytes) throws IOException {
    Path source = TestFiles.write(from.resolve("source"), bytes);
    for (CopyPlan variant : variants()) {
      Path target = to.resolve("target");
      copyAndCheck(source, target, variant);
      assertThat(names(to)).as(variant.toString()).containsExactly("target");
      Files.delete(target);
    }
  }

  /** Longer than the old file, and shorter. */
  @ParameterizedTest
  @FieldSource("SIZES")
  void replacesAFileOfAnySize(long bytes) throws IOException {
    Path source = TestFiles.write(from.resolve("source"), bytes);
    for (long oldBytes : new long[] {0, bytes + 4097}) {
      Path target = TestFiles.write(to.resolve("target"), oldBytes);
      copyAndCheck(source, target, plan.withPreallocate(oldBytes == 0));
      assertThat(names(to)).as("%d bytes replaced", oldBytes).containsExactly("target");
      Files.delete(target);
    }
  }

  @ParameterizedTest
  @FieldSource("SIZES")
  void overwritesInPlace(long bytes) throws IOException {
    Path source = TestFiles.write(from.resolve("source"), bytes);
    Path target = TestFiles.write(to.resolve("target"), 2 * ByteSize.MIB + 4097);
    long inode = SparseFile.status(target).inode();
    CopyOutcome outcome =
        CopyEngine.copy(
            request(source, target, plan).withOptions(OPTIONS.toBuilder().inPlace(true).build()));
    assertThat(outcome.errors()).isEmpty();
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    assertThat(SparseFile.status(target).inode()).isEqualTo(inode);
  }

  @ParameterizedTest
  @MethodSource("holes")
  void copiesDataBetweenHolesAndKeepsTheHoles(long bytes, List<Long> islands) throws IOException {
    Path source = SparseFile.withIslands(from.resolve("source"), bytes, islands);
    for (CopyPlan variant : variants()) {
      Path target = to.resolve("target");
      copyAndCheck(source, target, variant);
      assertThat(SparseFile.allocatedBytesSynced(target))
          .as(variant.toString())
          .isLessThanOrEqualTo(SparseFile.allocatedBytesSynced(source) + ByteSize.MIB);
      Files.delete(target);
    }
  }

  /** No data at all; data between holes, which starts and ends off any block; a hole in front. */
  static Stream<Arguments> holes() {
    return Stream.of(
        Arguments.of(9 * ByteSize.MIB + 1, List.of()),
        Arguments.of(
            17 * ByteSize.MIB + 5,
            List.of(0L, 3 * ByteSize.MIB + 17, 10 * ByteSize.MIB, 13 * ByteSize.MIB - 1)),
        Arguments.of(8 * ByteSize.MIB, List.of(8 * ByteSize.MIB - SparseFile.ISLAND_BYTES)));
  }

  @ParameterizedTest
  @FieldSource("SIZES")
  void leavesOneWholeFileWhenCancelled(long bytes) throws IOException {
    assumeTrue(bytes > 0, "nothing to interrupt");
    Path source = TestFiles.write(from.resolve("source"), bytes);
    Path target = TestFiles.write(to.resolve("target"), 777);
    Path old = TestFiles.write(from.resolve("old"), 777);
    Cancellation cancellation = new Cancellation();
    CopyListener cancelling =
        new CopyListener() {
          @Override
          public void fileStarted(CopyItem file, long size, List<ByteRange> regions) {
            cancellation.cancel(new CancellationException("enough"));
          }
        };
    CopyRequest request =
        request(source, target, plan.withSplitDepth(3))
            .withListener(cancelling)
            .withCancellation(cancellation);
    Throwable thrown = catchThrowable(() -> CopyEngine.copy(request));
    // Where blocks are shared there is nothing to interrupt: then it is the new file, and whole.
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(CancellationException.class);
    }
    assertThat(Files.mismatch(thrown == null ? source : old, target)).isEqualTo(-1);
    assertThat(names(to)).containsExactly("target");
  }

  /** Split, chunked and preallocated differently; a chunk that divides nothing among them. */
  private List<CopyPlan> variants() {
    return List.of(
        plan,
        plan.withSplitDepth(1).withChunkBytes(100_003).withPreallocate(true),
        plan.withSplitDepth(3).withChunkBytes(64 * ByteSize.KIB).withQueueDepth(4));
  }

  /** What each open descriptor is, rather than how many there are: a failure then names it. */
  private static List<String> openFiles() throws IOException {
    List<String> files = new ArrayList<>();
    for (String number : names(Path.of("/proc/self/fd"))) {
      Path link = Path.of("/proc/self/fd", number);
      if (Files.isSymbolicLink(link)) { // the listing's own is closed by now
        files.add(Files.readSymbolicLink(link).toString());
      }
    }
    return files.stream().sorted().toList();
  }

  private static void delete(Path directory) throws IOException {
    for (String name : names(directory)) {
      Files.delete(directory.resolve(name));
    }
    Files.delete(directory);
  }

  private void copyAndCheck(Path source, Path target, CopyPlan variant) throws IOException {
    CopyOutcome outcome = CopyEngine.copy(request(source, target, variant));
    assertThat(outcome.errors()).as(variant.toString()).isEmpty();
    assertThat(Files.mismatch(source, target)).as(variant.toString()).isEqualTo(-1);
    assertThat(Files.size(target)).as(variant.toString()).isEqualTo(Files.size(source));
    PlanUse use = outcome.plans().getFirst();
    if (use.used().backend() != variant.backend()) {
      assertThat(use.why()).as("a fallback is never silent: %s", use).isNotEmpty();
    }
  }

  private static CopyRequest request(Path source, Path target, CopyPlan variant) {
    return CopyRequest.of(path(source), path(target), variant).withOptions(OPTIONS);
  }
}

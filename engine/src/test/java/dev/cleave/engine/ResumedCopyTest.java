package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.names;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.ScriptedSyscalls.Fault;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.SparseMode;
import dev.cleave.engine.tree.TreeCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies that were stopped after their first region, and what the next one makes of it. */
class ResumedCopyTest {
  private static final long REGION = 64 * ByteSize.MIB;
  private static final long SIZE = 4 * REGION + 777;
  private static final CopyOptions RESUMING =
      CopyOptions.builder().resume(true).splitThresholdBytes(0).build();

  @TempDir(factory = MemoryDirectory.class)
  Path directory;

  private Path source;
  private Path target;

  @BeforeEach
  void write() throws IOException {
    source = TestFiles.write(directory.resolve("source"), SIZE);
    target = directory.resolve("target");
  }

  static Stream<Arguments> everyBackendSplitAndWhole() {
    return Stream.of(BackendKind.values())
        .flatMap(kind -> Stream.of(Arguments.of(kind, 0), Arguments.of(kind, 1)));
  }

  @ParameterizedTest
  @MethodSource("everyBackendSplitAndWhole")
  void copiesOnlyWhatIsMissing(BackendKind backend, int splitDepth) throws IOException {
    CopyPlan plan = CopyPlan.SEED.withBackend(backend).withSplitDepth(splitDepth);
    long descriptors = TestFiles.openDescriptors();
    stopAfterTheFirstRegion(plan, RESUMING);
    assertThat(names(directory)).containsExactly(journal(), part(), "source");
    CopyOutcome outcome = copy(plan, RESUMING);
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.bytes()).isPositive().isLessThanOrEqualTo(SIZE - REGION);
    assertThat(outcome.plans().getFirst().why())
        .contains("resumed: " + (SIZE - outcome.bytes()) + " bytes were there already");
    assertIsGood();
    assertThat(TestFiles.openDescriptors()).isEqualTo(descriptors);
  }

  @ParameterizedTest
  @EnumSource(SparseMode.class)
  void goesOnWithSparseFiles(SparseMode mode) throws IOException {
    Files.delete(source);
    SparseFile.allHole(source, 3 * REGION);
    SparseFile.fill(source, 5 * ByteSize.MIB, (int) REGION);
    SparseFile.fill(source, 2 * REGION, (int) (REGION / 2) + 1);
    CopyOptions options = RESUMING.toBuilder().sparse(mode).build();
    stopAfterTheFirstRegion(CopyPlan.SEQUENTIAL, options);
    CopyOutcome outcome = copy(CopyPlan.SEQUENTIAL, options);
    assertThat(outcome.errors()).isEmpty();
    long data = mode == SparseMode.NEVER ? 3 * REGION : REGION + REGION / 2 + 4096; // in pages
    assertThat(outcome.bytes()).isLessThanOrEqualTo(data - REGION);
    assertIsGood();
    long filled = mode == SparseMode.NEVER ? 3 * REGION : 2 * REGION;
    assertThat(SparseFile.allocatedBytes(target)).isBetween(filled - REGION / 2, filled);
  }

  @Test
  void countsWhatWasThereAsProgress() throws IOException {
    stopAfterTheFirstRegion(CopyPlan.SEED, RESUMING);
    AtomicLong advanced = new AtomicLong();
    CopyListener counting =
        new CopyListener() {
          @Override
          public void advanced(ByteRange region, long bytes) {
            advanced.addAndGet(bytes);
          }
        };
    CopyEngine.copy(request(CopyPlan.SEED, RESUMING).withListener(counting));
    assertThat(advanced).hasValue(SIZE);
  }

  @Test
  void beginsAnewIfTheSourceWasRewritten() throws IOException {
    stopAfterTheFirstRegion(CopyPlan.SEQUENTIAL, RESUMING);
    SparseFile.flip(source, 4711, 1);
    CopyOutcome outcome = copy(CopyPlan.SEQUENTIAL, RESUMING);
    assertThat(outcome.bytes()).isEqualTo(SIZE);
    assertIsGood();
  }

  @Test
  void beginsAnewIfTheSourceHasBecomeSmall() throws IOException {
    stopAfterTheFirstRegion(CopyPlan.SEQUENTIAL, RESUMING);
    Files.delete(source);
    TestFiles.write(source, 1000);
    assertThat(copy(CopyPlan.SEQUENTIAL, RESUMING).bytes()).isEqualTo(1000);
    assertIsGood();
  }

  @Test
  void leavesTheOldFileUntilTheNewOneIsWhole() throws IOException {
    TestFiles.write(target, 5000);
    Files.setAttribute(target, "unix:mode", 0604);
    stopAfterTheFirstRegion(CopyPlan.SEQUENTIAL, RESUMING);
    assertThat(target).hasSize(5000);
    assertThat(copy(CopyPlan.SEQUENTIAL, RESUMING).bytes()).isLessThan(SIZE);
    assertIsGood();
    assertThat(SparseFile.status(target).permissions()).isEqualTo(0604);
  }

  @Test
  void keepsWhatItHasFromOthers() throws IOException {
    Files.setAttribute(source, "unix:mode", 0666);
    stopAfterTheFirstRegion(CopyPlan.SEQUENTIAL, RESUMING);
    for (String name : List.of(part(), journal())) {
      assertThat(SparseFile.status(directory.resolve(name)).permissions()).isEqualTo(0600);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void leavesNothingIfThereIsNothingToGoOnWith(boolean resume) throws IOException {
    long bytes = resume ? REGION - 1 : SIZE;
    Files.delete(source);
    TestFiles.write(source, bytes);
    Fault full = new Fault.Failed(Errno.ENOSPC);
    ScriptedSyscalls script = ScriptedSyscalls.nthOf("copyFileRange", resume ? 2 : 100, full);
    CopyOutcome outcome = copy(script, RESUMING.toBuilder().resume(resume).build());
    assertThat(outcome.errors()).hasSize(1);
    assertThat(names(directory)).containsExactly("source");
  }

  @Test
  void goesOnAfterAnyCallThatFailed() throws IOException {
    for (String call : List.of("copyFileRange", "fdatasync", "pwrite64", "renameat2")) {
      for (int nth : List.of(0, 1, 2, 3, 7)) {
        ScriptedSyscalls script = ScriptedSyscalls.nthOf(call, nth, new Fault.Failed(Errno.ENOSPC));
        CopyOutcome failed = copy(script, RESUMING);
        String where = call + ", call " + nth;
        assertThat(failed.errors()).as(where).hasSize(script.hasHappened() ? 1 : 0);
        if (script.hasHappened()) {
          assertThat(Files.exists(target)).as(where).isFalse();
          assertThat(failed.errors().getFirst().message()).endsWith(Errno.ENOSPC.text());
          CopyOutcome outcome = copy(CopyPlan.SEQUENTIAL, RESUMING);
          assertThat(outcome.errors()).as(where).isEmpty();
          assertThat(outcome.bytes())
              .as(where)
              .isLessThanOrEqualTo(SIZE - recordsBefore(call, nth));
        }
        assertIsGood();
        Files.delete(target);
      }
    }
  }

  /** Bytes on the device before the n-th call; a chunk is 16 MiB. */
  private static long recordsBefore(String call, int nth) {
    return switch (call) {
      case "copyFileRange" -> nth / 4 * REGION;
      case "fdatasync" -> nth / 2 * REGION; // the part's, then the journal's
      case "pwrite64" -> Math.max(0, nth - 1) * REGION; // the header's comes first
      default -> SIZE;
    };
  }

  @Test
  void vouchesForNothingAfterASyncThatFailed() throws IOException {
    ScriptedSyscalls script = ScriptedSyscalls.nthOf("fdatasync", 2, new Fault.Failed(Errno.EIO));
    CopyError error = copy(script, RESUMING).errors().getFirst();
    assertThat(error.message())
        .isEqualTo("error writing '" + directory.resolve(part()) + "': Input/output error");
    assertThat(copy(CopyPlan.SEQUENTIAL, RESUMING).bytes()).isEqualTo(SIZE - REGION);
    assertIsGood();
  }

  @Test
  void verifiesWhatWasThereAsWell() throws IOException {
    CopyOptions verifying = RESUMING.toBuilder().verify(true).build();
    stopAfterTheFirstRegion(CopyPlan.SEQUENTIAL, verifying);
    SparseFile.flip(directory.resolve(part()), 8192, 1);
    CopyOutcome outcome = copy(CopyPlan.SEQUENTIAL, verifying);
    assertThat(outcome.errors().getFirst().message()).contains("differs").contains("8192-12287");
    assertThat(names(directory)).as("nobody goes on with that").containsExactly("source");
  }

  @Test
  void lastsThroughNamesOfAnyLength() throws IOException {
    for (int length : List.of(238, 239, 240, 255)) {
      target = directory.resolve("n".repeat(length));
      stopAfterTheFirstRegion(CopyPlan.SEQUENTIAL, RESUMING);
      assertThat(copy(CopyPlan.SEQUENTIAL, RESUMING).bytes()).isLessThan(SIZE);
      assertThat(Files.mismatch(source, target)).isEqualTo(-1);
      assertThat(names(directory)).containsExactly(target.getFileName().toString(), "source");
      Files.delete(target);
    }
  }

  @Test
  void letsOneCopyAtATimeToATarget() throws IOException {
    List<CopyError> errors = new ArrayList<>();
    CopyListener competing =
        new CopyListener() {
          @Override
          public void fileStarted(CopyItem file, long bytes, List<ByteRange> regions) {
            try {
              errors.addAll(copy(CopyPlan.SEQUENTIAL, RESUMING).errors());
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          }
        };
    CopyRequest request = request(CopyPlan.SEQUENTIAL, RESUMING).withListener(competing);
    assertThat(CopyEngine.copy(request).errors()).isEmpty();
    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst().message())
        .isEqualTo(
            "another copy to '%s' is running: it has locked '%s'"
                .formatted(target, directory.resolve(journal())));
    assertIsGood();
  }

  @Test
  void saysThatNothingIsKeptOfWhatIsWrittenInPlace() throws IOException {
    stopAfterTheFirstRegion(CopyPlan.SEQUENTIAL, RESUMING);
    TestFiles.write(target, 10);
    CopyOutcome outcome = copy(CopyPlan.SEQUENTIAL, RESUMING.toBuilder().inPlace(true).build());
    assertThat(outcome.plans().getFirst().why())
        .isEqualTo("written in place: --inplace, so that --resume can keep nothing");
    assertIsGood();
  }

  @Test
  void refusesToBeginAnewOverItsSource() throws IOException {
    Path odd = directory.resolve(part());
    Files.move(source, odd, StandardCopyOption.ATOMIC_MOVE);
    Files.setAttribute(odd, "unix:mode", 0600);
    source = odd;
    CopyError error = copy(CopyPlan.SEQUENTIAL, RESUMING).errors().getFirst();
    assertThat(error.message()).endsWith("are the same file");
    assertThat(source).hasSize(SIZE);
    assertThat(names(directory)).containsExactly(part());
  }

  private void assertIsGood() throws IOException {
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    assertThat(names(directory)).containsExactly("source", "target");
  }

  private String part() {
    return ".target.cleave-part";
  }

  private String journal() {
    return ".target.cleave-journal";
  }

  /** As far as the disk is concerned a cancelled copy is a killed one. */
  private void stopAfterTheFirstRegion(CopyPlan plan, CopyOptions options) throws IOException {
    Cancellation cancellation = new Cancellation();
    CopyListener stopping =
        new CopyListener() {
          @Override
          public void advanced(ByteRange region, long bytes) {
            if (hasRecord()) {
              cancellation.cancel(new CancellationException("stopped"));
            }
          }
        };
    CopyRequest request =
        request(plan, options).withListener(stopping).withCancellation(cancellation);
    assertThatThrownBy(() -> CopyEngine.copy(request)).isInstanceOf(CancellationException.class);
  }

  private boolean hasRecord() {
    final int headerBytes = 80;
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path entry : entries.toList()) {
        if (entry.toString().endsWith(".cleave-journal") && Files.size(entry) > headerBytes) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private CopyRequest request(CopyPlan plan, CopyOptions options) {
    return CopyRequest.of(path(source), path(target), plan).withOptions(options);
  }

  private CopyOutcome copy(CopyPlan plan, CopyOptions options) throws IOException {
    return CopyEngine.copy(request(plan, options));
  }

  private CopyOutcome copy(ScriptedSyscalls script, CopyOptions options) throws IOException {
    CopyPlan plan =
        CopyPlan.SEQUENTIAL
            .withBackend(BackendKind.KERNEL)
            .withChunkBytes(options.data().resume() ? 16 * ByteSize.MIB : ByteSize.MIB);
    return TreeCopy.copy(request(plan, options), script.syscalls());
  }
}

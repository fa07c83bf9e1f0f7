package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.options.CopyOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every backend owes, one and all. */
class BackendContractTest {
  private static final long UNEVEN = 17 * ByteSize.MIB + 777;
  private static final List<Long> SIZES =
      List.of(
          0L,
          1L,
          4095L,
          4096L,
          4097L,
          2 * ByteSize.MIB - 1,
          2 * ByteSize.MIB,
          2 * ByteSize.MIB + 1,
          8 * ByteSize.MIB - 1,
          8 * ByteSize.MIB,
          8 * ByteSize.MIB + 1,
          UNEVEN);

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void copiesSizesAroundEveryBoundary(BackendKind backend) throws IOException {
    CopyPlan plan = CopyPlan.SEQUENTIAL.withBackend(backend);
    for (long bytes : SIZES) {
      Path source = TestFiles.write(directory.resolve("source-" + bytes), bytes);
      copiesExactly(source, plan);
      copiesExactly(source, plan.withSplitDepth(2).withPreallocate(true));
      copiesExactly(source, plan.withSplitDepth(1).withChunkBytes(12_345).withQueueDepth(8));
    }
  }

  @ParameterizedTest
  @EnumSource
  void copiesAtEverySplitDepth(BackendKind backend) throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), UNEVEN);
    for (int splitDepth = 0; splitDepth <= CopyPlan.MAX_SPLIT_DEPTH; splitDepth++) {
      CopyPlan plan = CopyPlan.SEQUENTIAL.withBackend(backend).withSplitDepth(splitDepth);
      copiesExactly(source, plan.withChunkBytes(100_000));
      copiesExactly(source, plan.withQueueDepth(8));
    }
  }

  @ParameterizedTest
  @EnumSource
  void copiesTwoHundredMegabytes(BackendKind backend) throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), 200_000_000);
    CopyPlan plan = CopyPlan.SEED.withBackend(backend);
    copiesExactly(source, plan);
    copiesExactly(source, plan.withSplitDepth(6).withQueueDepth(8).withChunkBytes(333_333));
  }

  @ParameterizedTest
  @EnumSource
  void replacesAndWritesInPlace(BackendKind backend) throws IOException {
    Path source = TestFiles.write(directory.resolve("source"), UNEVEN);
    Path target = TestFiles.write(directory.resolve("target"), 20 * ByteSize.MIB);
    CopyPlan plan = CopyPlan.SEED.withBackend(backend);
    for (boolean inPlace : new boolean[] {false, true}) {
      CopyOptions options = CopyOptions.builder().inPlace(inPlace).splitThresholdBytes(0).build();
      CopyOutcome outcome =
          CopyEngine.copy(CopyRequest.of(path(source), path(target), plan).withOptions(options));
      assertThat(outcome.errors()).isEmpty();
      assertThat(Files.mismatch(source, target)).as("in place: " + inPlace).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void reportsASourceThatShrank(BackendKind backend) throws IOException {
    for (int splitDepth : new int[] {0, 2}) {
      Path source = TestFiles.write(directory.resolve("source"), UNEVEN);
      CopyPlan plan = CopyPlan.SEED.withBackend(backend).withSplitDepth(splitDepth);
      long descriptors = TestFiles.openDescriptors();
      CopyOutcome outcome =
          CopyEngine.copy(
              CopyRequest.of(path(source), path(directory.resolve("target")), plan)
                  .withOptions(CopyOptions.builder().splitThresholdBytes(0).build())
                  .withListener(truncating(source)));
      assertThat(outcome.errors().getFirst().message())
          .contains("was truncated while it was copied");
      assertThat(TestFiles.names(directory)).containsExactly("source");
      assertThat(TestFiles.openDescriptors()).isEqualTo(descriptors);
    }
  }

  private static CopyListener truncating(Path source) {
    return new CopyListener() {
      @Override
      public void fileStarted(CopyItem file, long bytes, List<ByteRange> regions) {
        try (var channel = java.nio.channels.FileChannel.open(source, StandardOpenOption.WRITE)) {
          channel.truncate(9 * ByteSize.MIB + 1);
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    };
  }

  /** Every byte; and no descriptor, ring or buffer left. */
  private void copiesExactly(Path source, CopyPlan plan) throws IOException {
    Path target = directory.resolve("target");
    long descriptors = TestFiles.openDescriptors();
    long nativeBytes = TestFiles.nativeBytes();
    CopyOutcome outcome =
        CopyEngine.copy(
            CopyRequest.of(path(source), path(target), plan)
                .withOptions(CopyOptions.builder().splitThresholdBytes(0).build()));
    String what = source.getFileName() + " by " + plan;
    assertThat(outcome.errors()).as(what).isEmpty();
    assertThat(Files.mismatch(source, target)).as(what).isEqualTo(-1);
    assertThat(Files.size(target)).as(what).isEqualTo(Files.size(source));
    assertThat(TestFiles.openDescriptors()).as(what).isEqualTo(descriptors);
    assertThat(Files.readString(Path.of("/proc/self/maps"))).as(what).doesNotContain("io_uring");
    // Until it is collected, each thread that made calls has room for their arguments
    long ofThreads = (1L + plan.tasks()) * 80_000;
    assertThat(TestFiles.nativeBytes() - nativeBytes)
        .as(what)
        .isLessThan(ofThreads + plan.chunkBytes());
    assertIsExplained(outcome.plans().getFirst(), what);
    Files.delete(target);
  }

  private static void assertIsExplained(PlanUse use, String what) {
    if (!use.asked().equals(use.used())) {
      assertThat(use.why()).as(what).isNotEmpty();
    }
  }
}

package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.names;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.SparseMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerifiedCopyTest {
  private static final long SIZE = 17 * ByteSize.MIB + 777;
  private static final CopyOptions VERIFYING =
      CopyOptions.builder().verify(true).splitThresholdBytes(0).build();

  @TempDir Path directory;
  private Path source;
  private Path target;

  @BeforeEach
  void write() throws IOException {
    source = TestFiles.write(directory.resolve("source"), SIZE);
    target = directory.resolve("target");
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "3"})
  void findsAGoodCopyGood(int splitDepth) throws IOException {
    CopyPlan plan = CopyPlan.SEED.withSplitDepth(splitDepth).withChunkBytes(12_345);
    CopyOutcome outcome =
        CopyEngine.copy(CopyRequest.of(path(source), path(target), plan).withOptions(VERIFYING));
    assertThat(outcome.errors()).isEmpty();
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource(SparseMode.class)
  void findsAGoodSparseCopyGood(SparseMode mode) throws IOException {
    Files.delete(source);
    SparseFile.allHole(source, 30 * ByteSize.MIB);
    SparseFile.fill(source, 11 * ByteSize.MIB, 3_000_000);
    CopyRequest request = CopyRequest.of(path(source), path(target), CopyPlan.SEED);
    CopyOutcome outcome =
        CopyEngine.copy(request.withOptions(VERIFYING.toBuilder().sparse(mode).build()));
    assertThat(outcome.errors()).isEmpty();
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "8388608, 1, 8388608-8392703",
    "8392703, 1, 8388608-8392703",
    "4096, 8192, 4096-12287",
    "17825792, 700, 17825792-17826568",
    "0, 1, 0-4095"
  })
  void namesTheBytesThatWentBad(long offset, int bytes, String named) throws IOException {
    TestFiles.write(target, 10); // written in place, so that there is a name to spoil it by
    CopyOutcome outcome = spoiled(() -> SparseFile.flip(target, offset, bytes));
    assertThat(outcome.errors().getFirst().message())
        .isEqualTo(
            "'%s' differs from '%s' in bytes %s after it was written: do not trust this device"
                .formatted(target, source, named));
  }

  @Test
  void findsDataInWhatShouldBeAHole() throws IOException {
    Files.delete(source);
    SparseFile.allHole(source, SIZE);
    SparseFile.fill(source, 0, 100_000);
    TestFiles.write(target, 10);
    CopyOutcome outcome = spoiled(() -> SparseFile.fill(target, 16 * ByteSize.MIB, 1));
    assertThat(outcome.errors().getFirst().message()).contains("in bytes 16777216-16781311 after");
  }

  @Test
  void blamesTheSourceIfThatHasChanged() throws IOException {
    CopyOutcome outcome = spoiled(() -> SparseFile.flip(source, 5000, 1));
    assertThat(outcome.errors().getFirst().message()).endsWith("was rewritten while it was copied");
    assertThat(names(directory)).doesNotContain(".cleave");
  }

  /** What goes wrong once all has been written. */
  @FunctionalInterface
  private interface Fault {
    void happen() throws IOException;
  }

  private CopyOutcome spoiled(Fault fault) throws IOException {
    AtomicLong left = new AtomicLong(SIZE);
    CopyListener spoiling =
        new CopyListener() {
          @Override
          public void advanced(ByteRange region, long bytes) {
            if (left.addAndGet(-bytes) == 0) {
              try {
                fault.happen();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          }
        };
    return CopyEngine.copy(
        CopyRequest.of(path(source), path(target), CopyPlan.SEED)
            .withOptions(VERIFYING.toBuilder().inPlace(true).build())
            .withListener(spoiling));
  }
}

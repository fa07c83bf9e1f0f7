package dev.cleave.engine;

import static dev.cleave.engine.SparseFile.allocatedBytes;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.SparseMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparseCopyTest {
  private static final int MIB = (int) ByteSize.MIB;
  private static final int BLOCK = 4096;
  private static final long SEED = 20261122;

  @TempDir Path directory;
  private Path source;
  private Path target;

  @BeforeEach
  void name() {
    source = directory.resolve("source");
    target = directory.resolve("target");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keepsALeadingHole(boolean preallocate) throws IOException {
    SparseFile.allHole(source, 40L * MIB);
    SparseFile.fill(source, 20L * MIB, 20 * MIB);
    assertThat(copy(SparseMode.AUTO, preallocate).bytes()).isEqualTo(20L * MIB);
    assertSameContentAndRoom();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keepsATrailingHole(boolean preallocate) throws IOException {
    SparseFile.allHole(source, 33L * MIB + 777);
    SparseFile.fill(source, 0, 9 * MIB + 5);
    copy(SparseMode.AUTO, preallocate);
    assertSameContentAndRoom();
  }

  @Test
  void keepsAFileThatIsOneHole() throws IOException {
    SparseFile.allHole(source, 100L * MIB + 1);
    CopyOutcome outcome = copy(SparseMode.AUTO, true);
    assertThat(outcome.bytes()).isZero();
    assertThat(allocatedBytes(target)).isZero();
    assertSameContentAndRoom();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keepsManySmallExtents(boolean preallocate) throws IOException {
    SparseFile.allHole(source, 64L * MIB);
    for (long offset = BLOCK; offset < 16L * MIB; offset += 5 * BLOCK) {
      SparseFile.fill(source, offset, BLOCK);
    }
    copy(SparseMode.AUTO, preallocate);
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    // the tree of the extents itself may be laid out otherwise
    assertThat(allocatedBytes(target))
        .isBetween(allocatedBytes(source) - 64 * BLOCK, allocatedBytes(source) + 64 * BLOCK);
  }

  @Test
  void keepsHolesOfAFileBeyondFourGibibytes() throws IOException {
    long size = 5 * ByteSize.GIB + 123;
    SparseFile.allHole(source, size);
    long across = 4 * ByteSize.GIB - MIB;
    SparseFile.fill(source, across, 12 * MIB);
    SparseFile.fill(source, size - 1, 1);
    copy(SparseMode.AUTO, true);
    assertThat(target).hasSize(size);
    SparseFile.assertTakesAsMuchRoomAs(source, target);
    // with the data in its place and as much allocated, all else is a hole
    assertThat(SparseFile.read(target, across, 12 * MIB))
        .isEqualTo(SparseFile.read(source, across, 12 * MIB));
    assertThat(SparseFile.read(target, size - 1, 1))
        .isEqualTo(SparseFile.read(source, size - 1, 1));
  }

  @Test
  void keepsHolesWhereverTheyAre() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 10; round++) {
      Files.deleteIfExists(source);
      Files.deleteIfExists(target);
      SparseFile.allHole(source, random.nextLong(64L * MIB));
      for (int extent = random.nextInt(20); extent > 0; extent--) {
        SparseFile.fill(source, random.nextLong(80L * MIB), random.nextInt(1, 3 * MIB));
      }
      copy(SparseMode.AUTO, random.nextBoolean());
      String where = "seed " + SEED + ", round " + round;
      assertThat(Files.mismatch(source, target)).as(where).isEqualTo(-1);
      SparseFile.assertTakesAsMuchRoomAs(source, target);
    }
  }

  @Test
  void splitsByDataNotBySize() throws IOException {
    SparseFile.allHole(source, 200L * MIB);
    SparseFile.fill(source, 0, MIB);
    SparseFile.fill(source, 100L * MIB, 31 * MIB);
    List<ByteRange> regions = Collections.synchronizedList(new ArrayList<>());
    CopyListener listener =
        new CopyListener() {
          @Override
          public void fileStarted(CopyItem file, long bytes, List<ByteRange> parts) {
            regions.addAll(parts);
          }
        };
    CopyEngine.copy(request(SparseMode.AUTO, false).withListener(listener));
    assertThat(regions)
        .containsExactly(new ByteRange(0, 114L * MIB), new ByteRange(114L * MIB, 86L * MIB));
    assertSameContentAndRoom();
  }

  @Test
  void writesHolesOutAsZerosIfSparseIsNever() throws IOException {
    SparseFile.allHole(source, 20L * MIB);
    SparseFile.fill(source, 8L * MIB, MIB);
    assertThat(copy(SparseMode.NEVER, false).bytes()).isEqualTo(20L * MIB);
    assertThat(allocatedBytes(target)).isGreaterThanOrEqualTo(20L * MIB);
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {4096, 12_345, 1 << 20})
  void turnsZerosIntoHolesIfSparseIsAlways(int chunk) throws IOException {
    SparseFile.write(source(), 0, new byte[16 * MIB + 100]);
    SparseFile.fill(source, 3 * BLOCK, BLOCK);
    SparseFile.fill(source, 9L * MIB, 2 * BLOCK);
    CopyPlan plan = CopyPlan.SEED.withSplitDepth(1).withChunkBytes(chunk);
    CopyOutcome outcome =
        CopyEngine.copy(CopyRequest.of(path(source), path(target), plan).withOptions(always()));
    assertThat(outcome.errors()).isEmpty();
    assertThat(allocatedBytes(target)).isEqualTo(3 * BLOCK);
    assertThat(target).hasSize(16L * MIB + 100);
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    assertThat(outcome.plans().getFirst().why()).contains("--sparse=always");
  }

  private static CopyOptions always() {
    return CopyOptions.builder().sparse(SparseMode.ALWAYS).splitThresholdBytes(0).build();
  }

  private Path source() throws IOException {
    return Files.createFile(source);
  }

  @ParameterizedTest
  @EnumSource(SparseMode.class)
  void keepsTheContentWhenWrittenInPlace(SparseMode mode) throws IOException {
    SparseFile.allHole(source, 12L * MIB);
    SparseFile.fill(source, 5L * MIB, MIB);
    TestFiles.write(target, 30L * MIB);
    CopyRequest request = request(mode, true);
    CopyEngine.copy(request.withOptions(request.options().toBuilder().inPlace(true).build()));
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
  }

  @Test
  void addsUpToTheSizeForWhoeverListens() throws IOException {
    SparseFile.allHole(source, 40L * MIB);
    SparseFile.fill(source, 17L * MIB, 9 * MIB);
    List<Long> advances = Collections.synchronizedList(new ArrayList<>());
    CopyListener listener =
        new CopyListener() {
          @Override
          public void advanced(ByteRange region, long bytes) {
            advances.add(bytes);
          }
        };
    CopyEngine.copy(request(SparseMode.AUTO, false).withListener(listener));
    assertThat(advances.stream().mapToLong(Long::longValue).sum()).isEqualTo(40L * MIB);
  }

  private CopyOutcome copy(SparseMode mode, boolean preallocate) throws IOException {
    CopyOutcome outcome = CopyEngine.copy(request(mode, preallocate));
    assertThat(outcome.errors()).isEmpty();
    return outcome;
  }

  private CopyRequest request(SparseMode mode, boolean preallocate) {
    CopyPlan plan = CopyPlan.SEED.withSplitDepth(1).withPreallocate(preallocate);
    return CopyRequest.of(path(source), path(target), plan)
        .withOptions(CopyOptions.builder().sparse(mode).splitThresholdBytes(0).build());
  }

  private void assertSameContentAndRoom() throws IOException {
    assertThat(Files.size(target)).isEqualTo(Files.size(source));
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    SparseFile.assertTakesAsMuchRoomAs(source, target);
  }
}

package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static final long SEED = 20261122;

  @Test
  void leavesAreAnExactPartition() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 20_000; round++) {
      long length = randomLength(random);
      int splitDepth = random.nextInt(CopyPlan.MAX_SPLIT_DEPTH + 1);
      assertPartition(new ByteRange(0, length), splitDepth, "seed " + SEED + ", round " + round);
    }
  }

  @Test
  void leavesOfAnyRangeAreAnExactPartition() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 20_000; round++) {
      ByteRange range = new ByteRange(random.nextLong(1L << 40), randomLength(random));
      assertPartition(range, random.nextInt(7), "seed " + SEED + ", round " + round);
    }
  }

  @Test
  void frontsAreAnExactPartition() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 5_000; round++) {
      ByteRange rest = new ByteRange(0, randomLength(random));
      DataMap data = DataMap.whole(rest);
      for (int slice = 0; rest.length() > 0 && slice < 50; slice++) {
        long wanted = random.nextLong(1, 1L << random.nextInt(1, 42));
        ByteRange front = Split.front(data, rest, wanted);
        ByteRange behind = Split.behind(front, rest);
        assertThat(front.offset()).isEqualTo(rest.offset());
        assertThat(front.length() + behind.length()).isEqualTo(rest.length());
        if (behind.length() > 0) {
          String where = "seed " + SEED + ", round " + round;
          assertThat(front.end() % Split.ALIGNMENT_BYTES).as(where).isZero();
          assertThat(front.length()).as(where).isGreaterThanOrEqualTo(6 * ByteSize.MIB);
          assertThat(behind.length()).as(where).isGreaterThanOrEqualTo(Split.SMALLEST_CUT_BYTES);
        }
        rest = behind;
      }
    }
  }

  /** Sizes of every magnitude, and often just around a multiple of the alignment. */
  private static long randomLength(SplittableRandom random) {
    long magnitude = random.nextLong(1L << random.nextInt(1, 42));
    long nearCut = magnitude - magnitude % Split.ALIGNMENT_BYTES + random.nextInt(-1, 2);
    return random.nextBoolean() ? magnitude : Math.max(0, nearCut);
  }

  private static void assertPartition(ByteRange range, int splitDepth, String round) {
    List<ByteRange> leaves = Split.leaves(range, splitDepth);
    assertThat(leaves).as(round).hasSizeBetween(1, 1 << splitDepth);
    long end = range.offset();
    for (ByteRange leaf : leaves) {
      assertThat(leaf.offset()).as(round).isEqualTo(end);
      if (leaf.offset() != range.offset()) {
        assertThat(leaf.offset() % Split.ALIGNMENT_BYTES).as(round).isZero();
      }
      if (leaves.size() > 1) {
        assertThat(leaf.length()).as(round).isPositive();
      }
      end = leaf.end();
    }
    assertThat(end).as(round).isEqualTo(range.end());
  }

  @Test
  void rangesBelowEightMebibytesStayWhole() {
    assertThat(Split.leaves(new ByteRange(0, 8 * ByteSize.MIB - 1), 3)).hasSize(1);
    assertThat(Split.leaves(new ByteRange(0, 8 * ByteSize.MIB), 3)).hasSize(2);
  }

  @Test
  void seventeenMebibytesAndABitSplitUnevenly() {
    ByteRange range = new ByteRange(0, 17 * ByteSize.MIB + 777);
    assertThat(Split.leaves(range, 1))
        .containsExactly(
            new ByteRange(0, 8 * ByteSize.MIB),
            new ByteRange(8 * ByteSize.MIB, 9 * ByteSize.MIB + 777));
    assertThat(Split.leaves(range, 2)).hasSize(4);
  }

  @Test
  void leavesOfSparseFilesShareTheData() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 5_000; round++) {
      String where = "seed " + SEED + ", round " + round;
      List<ByteRange> extents = randomExtents(random);
      long size = extents.isEmpty() ? 0 : extents.getLast().end() + random.nextLong(1L << 30);
      DataMap data = new DataMap(extents, size);
      int splitDepth = random.nextInt(CopyPlan.MAX_SPLIT_DEPTH + 1);
      List<ByteRange> leaves = Split.leaves(data, new ByteRange(0, size), splitDepth);
      assertCover(leaves, size, where);
      long covered = 0;
      for (ByteRange leaf : leaves) {
        assertThat(data.bytes(leaf)).as(where).isGreaterThanOrEqualTo(leaves.size() > 1 ? 1 : 0);
        assertThat(data.within(leaf).stream().mapToLong(ByteRange::length).sum())
            .as(where)
            .isEqualTo(data.bytes(leaf));
        covered += data.bytes(leaf);
      }
      assertThat(covered).as(where).isEqualTo(data.bytes());
    }
  }

  private static List<ByteRange> randomExtents(SplittableRandom random) {
    List<ByteRange> extents = new ArrayList<>();
    long position = 0;
    for (int extent = random.nextInt(50); extent > 0; extent--) {
      position += random.nextLong(1L << random.nextInt(1, 34));
      extents.add(new ByteRange(position, random.nextLong(1, 1L << random.nextInt(1, 28))));
      position = extents.getLast().end();
    }
    return extents;
  }

  private static void assertCover(List<ByteRange> leaves, long size, String where) {
    long end = 0;
    for (ByteRange leaf : leaves) {
      assertThat(leaf.offset()).as(where).isEqualTo(end);
      assertThat(leaf.offset() % Split.ALIGNMENT_BYTES).as(where).isZero();
      end = leaf.end();
    }
    assertThat(end).as(where).isEqualTo(size);
  }

  @Test
  void cutsAtTheMedianOfTheData() {
    long mib = ByteSize.MIB;
    DataMap data =
        new DataMap(
            List.of(new ByteRange(0, 4 * mib), new ByteRange(101 * mib, 12 * mib)), 200 * mib);
    assertThat(Split.cut(data, new ByteRange(0, 200 * mib))).hasValue(104 * mib);
  }
}

package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DataMapTest {
  private static final long SEED = 20261123;
  private static final int BYTES = 60;

  @Test
  void withoutRangesItIsTheDataOutsideOfThem() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 20_000; round++) {
      List<ByteRange> extents = ranges(random);
      List<ByteRange> taken = ranges(random);
      BitSet expected = bits(extents);
      expected.andNot(bits(taken));
      DataMap rest = new DataMap(extents, BYTES).without(taken);
      String where = "seed " + SEED + ", " + extents + " without " + taken;
      assertThat(bits(rest.within(new ByteRange(0, BYTES)))).as(where).isEqualTo(expected);
      assertThat(rest.bytes()).as(where).isEqualTo(expected.cardinality());
    }
  }

  @Test
  void withoutRangesItStillKnowsWhatNobodyLookedAt() {
    DataMap rest =
        new DataMap(List.of(new ByteRange(0, 10), new ByteRange(20, 80)), 20)
            .without(List.of(new ByteRange(5, 45)));
    assertThat(rest.within(new ByteRange(0, 100)))
        .containsExactly(new ByteRange(0, 5), new ByteRange(50, 50));
    assertThat(rest.isExact(new ByteRange(0, 5))).isTrue();
    assertThat(rest.isExact(new ByteRange(50, 50))).isFalse();
  }

  /** Ascending; they may touch. */
  private static List<ByteRange> ranges(SplittableRandom random) {
    List<ByteRange> ranges = new ArrayList<>();
    int position = random.nextInt(20);
    while (position < BYTES) {
      int length = random.nextInt(1, 1 + Math.min(15, BYTES - position));
      ranges.add(new ByteRange(position, length));
      position += length + random.nextInt(20);
    }
    return ranges;
  }

  private static BitSet bits(List<ByteRange> ranges) {
    BitSet bits = new BitSet();
    ranges.forEach(range -> bits.set((int) range.offset(), (int) range.end()));
    return bits;
  }
}

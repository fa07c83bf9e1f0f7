package dev.cleave.bench.qualify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.qualify.BadBlock;
import dev.cleave.tuner.qualify.BadBlock.Kind;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StampTest {
  private static final int BYTES = 4096;

  private final Stamp third = new Stamp(7, 8192, 3);

  @Test
  void aBlockThatIsAsWrittenHasNoFault() {
    assertThat(third.fault(block(third), 2, "f")).isNull();
  }

  @Test
  void halfOfAnOlderWriteIsTorn() {
    byte[] torn = block(third);
    System.arraycopy(block(new Stamp(7, 8192, 2)), 0, torn, 0, BYTES / 2);

    assertThat(kind(torn)).isEqualTo(Kind.TORN);
  }

  @Test
  void theWriteBeforeIsALostOne() {
    assertThat(kind(block(new Stamp(7, 8192, 2)))).isEqualTo(Kind.LOST);
  }

  @Test
  void anOlderOneIsStaleAndSoIsOneThatWasReadNewer() {
    assertThat(kind(block(new Stamp(7, 8192, 1)))).isEqualTo(Kind.STALE);
    assertThat(fault(third, block(new Stamp(7, 8192, 2)), 3).kind()).isEqualTo(Kind.STALE);
  }

  @Test
  void zerosWhereNothingElseWasWrittenAreALostWrite() {
    assertThat(fault(new Stamp(7, 0, 1), new byte[BYTES], 0).kind()).isEqualTo(Kind.LOST);
  }

  @Test
  void anotherBlocksContentIsMisdirected() {
    assertThat(kind(block(new Stamp(7, 0, 3)))).isEqualTo(Kind.MISDIRECTED);
    assertThat(kind(block(new Stamp(8, 8192, 3)))).isEqualTo(Kind.MISDIRECTED);
  }

  @Test
  void everyFlippedBitIsFound() {
    for (int at = 0; at < BYTES; at += 97) {
      byte[] flipped = block(third);
      flipped[at] ^= 4;

      assertThat(kind(flipped)).as("byte " + at).isEqualTo(Kind.CORRUPT);
      assertThat(fault(third, flipped, 0).fault())
          .startsWith("at " + (8192 + at / 512 * 512) + " ");
    }
  }

  @Test
  void theWriteUnderWayMayBeThereOrSomeOfItsSectors() {
    Stamp ninth = new Stamp(7, 8192, 9);
    byte[] mixed = block(third);
    System.arraycopy(block(ninth), 0, mixed, 0, BYTES / 2);

    assertThat(third.fault(block(ninth), 2, 9, 0, "f")).isNull();
    assertThat(third.fault(mixed, 2, 9, 0, "f")).isNull();
    assertThat(third.fault(mixed, 2, 8, 0, "f")).extracting(BadBlock::kind).isEqualTo(Kind.CORRUPT);
    assertThat(third.fault(block(new Stamp(7, 8192, 1)), 1, 9, 0, "f"))
        .extracting(BadBlock::kind)
        .isEqualTo(Kind.LOST);
  }

  @Test
  void writesOfABlockShareNoSector() {
    byte[] one = block(third);
    byte[] other = block(new Stamp(7, 8192, 4));
    for (int at = 0; at < BYTES; at += 512) {
      assertThat(Arrays.equals(one, at, at + 512, other, at, at + 512)).isFalse();
    }
  }

  private Kind kind(byte[] block) {
    return fault(third, block, 0).kind();
  }

  private static BadBlock fault(Stamp stamp, byte[] block, long readBefore) {
    return Objects.requireNonNull(stamp.fault(block, readBefore, "f"));
  }

  private static byte[] block(Stamp stamp) {
    byte[] block = new byte[BYTES];
    stamp.fill(block);
    return block;
  }
}

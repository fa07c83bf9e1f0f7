package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.SizeClass;
import org.junit.jupiter.api.Test;

class SampleSizeTest {
  private static final long MIB = ByteSize.MIB;

  @Test
  void takesHalfASecondWithAReserve() {
    assertThat(unlimited(SizeClass.LARGE).choose(128 * MIB, 0.1)).hasValue(768 * MIB);
  }

  @Test
  void isNeverLessThanTheClassTakes() {
    assertThat(unlimited(SizeClass.LARGE).choose(128 * MIB, 10)).hasValue(128 * MIB);
    assertThat(unlimited(SizeClass.SMALL).choose(4 * MIB, 10)).hasValue(4 * MIB);
  }

  @Test
  void endsAtTheRoom() {
    SampleSize size = new SampleSize(SizeClass.LARGE, 300 * MIB, Long.MAX_VALUE, 40);
    assertThat(size.choose(128 * MIB, 0.01)).hasValue(256 * MIB);
  }

  @Test
  void endsAtTheWriteBudget() {
    SampleSize size = new SampleSize(SizeClass.LARGE, 300_000 * MIB, 40 * 200 * MIB, 40);
    assertThat(size.choose(128 * MIB, 0.01)).hasValue(128 * MIB);
  }

  @Test
  void isNothingIfNotEvenTheLeastFits() {
    SampleSize size = new SampleSize(SizeClass.MEDIUM, 15 * MIB, Long.MAX_VALUE, 1);
    assertThat(size.choose(16 * MIB, 1)).isEmpty();
  }

  @Test
  void refusesACalibrationThatIsNone() {
    assertThatThrownBy(() -> unlimited(SizeClass.LARGE).choose(1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> unlimited(SizeClass.LARGE).choose(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SampleSize unlimited(SizeClass sizeClass) {
    return new SampleSize(sizeClass, Long.MAX_VALUE, Long.MAX_VALUE, 40);
  }
}

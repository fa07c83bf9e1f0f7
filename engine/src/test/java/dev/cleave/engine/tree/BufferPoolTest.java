package dev.cleave.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class BufferPoolTest {
  private static final long PAGE = 4096;

  @Test
  void staysWithinTheLimitWhenSizesChange() {
    try (BufferPool pool = new BufferPool(10 * PAGE)) {
      for (long size = PAGE; size <= 10 * PAGE; size += PAGE) {
        ByteBuffer buffer = pool.borrow(size);
        assertThat(buffer.capacity()).isEqualTo((int) size);
        pool.giveBack(buffer);
        assertThat(pool.allocatedBytes()).isLessThanOrEqualTo(10 * PAGE);
      }
    }
  }

  @Test
  void lendsABufferAgain() {
    try (BufferPool pool = new BufferPool(10 * PAGE)) {
      ByteBuffer first = pool.borrow(PAGE);
      first.position(7);
      pool.giveBack(first);
      ByteBuffer again = pool.borrow(PAGE);
      assertThat(again).isSameAs(first);
      assertThat(again.position()).isZero();
      assertThat(pool.allocatedBytes()).isEqualTo(PAGE);
    }
  }

  @Test
  void refusesWhatWouldPassTheLimit() {
    try (BufferPool pool = new BufferPool(3 * PAGE)) {
      pool.borrow(2 * PAGE);
      assertThatThrownBy(() -> pool.borrow(2 * PAGE)).isInstanceOf(IllegalStateException.class);
      assertThat(pool.borrow(PAGE).capacity()).isEqualTo((int) PAGE);
    }
  }

  /** The kernel may still write there: not even the end of the pool frees it. */
  @Test
  void neverFreesWhatWasGivenUp() {
    BufferPool pool = new BufferPool(PAGE);
    ByteBuffer lost = pool.borrow(PAGE);
    pool.giveUp(lost);
    assertThat(pool.allocatedBytes()).isZero();
    assertThat(pool.borrow(PAGE)).isNotSameAs(lost);
    pool.close();
    assertThat(lost.put(0, (byte) 1).get(0)).isEqualTo((byte) 1);
  }
}

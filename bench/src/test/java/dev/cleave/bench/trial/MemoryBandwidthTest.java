package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InterruptedIOException;
import org.junit.jupiter.api.Test;

class MemoryBandwidthTest {
  @Test
  void isAFiniteRate() throws InterruptedIOException {
    assertThat(MemoryBandwidth.bytesPerSecond()).isFinite().isPositive();
  }
}

package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryBandwidthTest {
  @Test
  void isAFiniteRate() throws InterruptedException {
    assertThat(MemoryBandwidth.bytesPerSecond()).isFinite().isPositive();
  }
}

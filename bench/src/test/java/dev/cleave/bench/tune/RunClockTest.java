package dev.cleave.bench.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunClockTest {
  @Test
  void standsUntilItRunsAndGoesOnFromThere() {
    AtomicLong nanos = new AtomicLong(5_000_000_000L);
    RunClock clock = RunClock.standing(nanos::get);

    clock.standAt(2.5);
    nanos.addAndGet(9_000_000_000L);
    assertThat(clock.runs()).isFalse();
    assertThat(clock.seconds()).isEqualTo(2.5);
    clock.standAt(1); // never back
    assertThat(clock.seconds()).isEqualTo(2.5);

    clock.run();
    nanos.addAndGet(500_000_000L);
    clock.standAt(77);
    clock.run();
    assertThat(clock.runs()).isTrue();
    assertThat(clock.seconds()).isEqualTo(3);
  }
}

package dev.cleave.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.options.CopyOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BandwidthLimitTest {
  private static final long SECOND = 1_000_000_000;
  private static final long START = Long.MAX_VALUE - SECOND / 2; // nanoTime may be anything

  @TempDir Path directory;
  private final FakeClock clock = new FakeClock();
  private final Cancellation cancellation = new Cancellation();

  /** Time passes only while somebody waits for it. */
  private static final class FakeClock implements BandwidthLimit.Clock {
    private final AtomicLong now = new AtomicLong(START);

    @Override
    public long nanos() {
      return now.get();
    }

    @Override
    public void park(long nanos) {
      now.addAndGet(nanos);
    }

    long elapsed() {
      return now.get() - START;
    }
  }

  @Test
  void takesAsLongAsTheRateSays() {
    BandwidthLimit limit = new BandwidthLimit(1000, clock);
    for (int i = 0; i < 30; i++) {
      limit.pay(100, cancellation);
    }
    assertThat(clock.elapsed()).isEqualTo(3 * SECOND);
  }

  @Test
  void savesNothingUpWhileNobodyCopies() {
    BandwidthLimit limit = new BandwidthLimit(1000, clock);
    clock.park(100 * SECOND);
    limit.pay(500, cancellation);
    assertThat(clock.elapsed()).isEqualTo(100 * SECOND + SECOND / 2);
  }

  @Test
  void waitsForNothingWithoutALimit() {
    BandwidthLimit none = new BandwidthLimit(0, clock);
    none.pay(Long.MAX_VALUE, cancellation);
    assertThat(clock.elapsed()).isZero();
    assertThat(none.largestChunkBytes()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void stopsWaitingWhenCancelled() {
    BandwidthLimit limit = new BandwidthLimit(1, clock);
    cancellation.cancel(new CancellationException("enough"));
    assertThatThrownBy(() -> limit.pay(1_000_000, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(clock.elapsed()).isZero();
  }

  @Test
  void holdsForAWholeCopyAndCountsNoHoles() throws IOException {
    Path source = Files.write(directory.resolve("source"), new byte[(int) ByteSize.MIB]);
    CopyRequest request =
        CopyRequest.of(
                BytePath.of(source),
                BytePath.of(directory.resolve("target")),
                CopyPlan.SEED.withSplitDepth(0))
            .withOptions(CopyOptions.builder().bandwidthLimit(ByteSize.MIB / 4).build());
    CopyOutcome outcome = TreeCopy.copy(request, Libc.INSTANCE, clock);
    assertThat(outcome.errors()).isEmpty();
    assertThat(clock.elapsed()).isEqualTo(4 * SECOND);
    assertThat(outcome.plans().getFirst().used().chunkBytes()).isEqualTo(64 * ByteSize.KIB);
    assertThat(outcome.plans().getFirst().why()).contains("--bwlimit");
  }
}

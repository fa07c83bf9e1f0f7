package dev.cleave.tuner.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SlicePlanner.Slice;
import dev.cleave.engine.SlicePlanner.Slices;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.adapt.Finding.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AdaptiveCopyTest {
  private static final CopyPlan START = CopyPlan.SEQUENTIAL;
  private static final long BYTES = 40 * ByteSize.GIB;
  private static final double MEBIBYTES = ByteSize.MIB;

  /** Only nio works here. */
  private static CopyPlan nio(CopyPlan plan) {
    return plan.withBackend(BackendKind.NIO).withQueueDepth(1);
  }

  private final List<Slice> slices = new ArrayList<>();
  private AdaptiveCopy search = new AdaptiveCopy(null, 8, UnaryOperator.identity());

  @Test
  void climbsToTheFastestPlanAndEndsWithOneSlice() {
    copy(BYTES, plan -> plan.tasks() * (100 + 10 * plan.chunkBytes() / MEBIBYTES));

    Learned learned = learned();
    CopyPlan best = START.withSplitDepth(3).withChunkBytes(16 * ByteSize.MIB);
    assertThat(learned.plan()).isEqualTo(best);
    assertThat(learned.complete()).isTrue();
    assertThat(learned.ratio()).isGreaterThan(7);
    assertThat(slices.getLast().plan()).isEqualTo(best);
    assertThat(slices.getLast().dataBytes()).isGreaterThan(BYTES / 4);
  }

  @Test
  void staysWhereNothingIsBetter() {
    copy(BYTES, plan -> 200.0 / plan.tasks());

    assertThat(learned().plan()).isEqualTo(START);
    assertThat(learned().ratio()).isEqualTo(1);
    assertThat(learned().findings()).isNotEmpty().noneMatch(it -> it.ending().isMove());
    assertThat(slices).noneMatch(slice -> slice.plan().splitDepth() > 1); // once was bad enough
  }

  @Test
  void triesNothingBelowTwoGibibytesLeft() {
    assertThat(search.slices(START, 2 * ByteSize.GIB - 1, AdaptiveCopyTest::nio)).isNull();
    assertThat(search.learned()).isNull();

    copy(3 * ByteSize.GIB, plan -> 100.0 * plan.tasks());
    long left = 3 * ByteSize.GIB;
    for (Slice slice : slices.subList(0, slices.size() - 1)) {
      assertThat(left).isGreaterThanOrEqualTo(2 * ByteSize.GIB);
      left -= slice.dataBytes();
    }
    assertThat(slices.getLast().dataBytes()).isEqualTo(left);
  }

  @Test
  void bothSlicesOfAPairAreOfOneSize() {
    copy(BYTES, plan -> 100.0 * plan.tasks());
    int begun = 4;
    for (int i = begun; i + 1 < slices.size() - 1; i += 2) {
      assertThat(slices.get(i).dataBytes()).isEqualTo(slices.get(i + 1).dataBytes());
    }
  }

  @Test
  void endsTheSearchInTwentySeconds() {
    // a device so noisy that nothing is decided
    Random random = new Random(1);
    copy(200 * ByteSize.GIB, plan -> 300 * Math.exp(0.3 * random.nextGaussian()));
    assertThat(learned().seconds()).isLessThan(20);
    assertThat(slices.getLast().dataBytes()).isGreaterThan(100 * ByteSize.GIB);
  }

  @Test
  void keepsWhatTheUserAskedFor() {
    search = new AdaptiveCopy(null, 8, plan -> plan.withSplitDepth(0));
    copy(BYTES, plan -> 100 + 10 * plan.chunkBytes() / MEBIBYTES);
    assertThat(slices).allMatch(slice -> slice.plan().splitDepth() == 0);
    assertThat(learned().plan().chunkBytes()).isEqualTo(16 * ByteSize.MIB);
  }

  @Test
  void triesAHintFirst() {
    CopyPlan hint = START.withSplitDepth(3).withChunkBytes(4 * ByteSize.MIB);
    search = new AdaptiveCopy(hint, 8, UnaryOperator.identity());
    copy(BYTES, plan -> 100.0 * plan.tasks());
    assertThat(learned().findings().getFirst().plan()).isEqualTo(hint);
    assertThat(learned().findings().getFirst().ending()).isEqualTo(Ending.BETTER);
  }

  @Test
  void neverLeadsBackIntoThePageCache() {
    CopyPlan direct = START.withBackend(BackendKind.DIRECT);
    Slices file = Objects.requireNonNull(search.slices(direct, BYTES, UnaryOperator.identity()));
    run(file, BYTES, plan -> plan.backend() == BackendKind.DIRECT ? 100.0 : 900.0);
    assertThat(slices).allMatch(slice -> Move.isDirect(slice.plan()));
  }

  @Test
  void leavesOutAPlanWhoseBackendFails() {
    Slices file = Objects.requireNonNull(search.slices(START, BYTES, UnaryOperator.identity()));
    long left = BYTES;
    while (left > 0) {
      Slice slice = file.next(left);
      long bytes = Math.min(left, slice.dataBytes());
      slices.add(slice);
      file.copied(slice, bytes, nanos(bytes, 100), nio(slice.plan()));
      left -= bytes;
    }
    file.close();
    assertThat(learned().plan().backend()).isEqualTo(BackendKind.NIO);
    assertThat(learned().findings())
        .filteredOn(it -> it.plan().backend() != BackendKind.NIO)
        .isNotEmpty()
        .allMatch(it -> it.ending() == Ending.FAILED);
  }

  @Test
  void beginsAnewWhenThePaceChanges() {
    long[] copied = new long[1];
    Slices file = Objects.requireNonNull(search.slices(START, BYTES, AdaptiveCopyTest::nio));
    // splitting pays only once the page cache is full
    long left = BYTES;
    while (left > 0) {
      Slice slice = file.next(left);
      long bytes = Math.min(left, slice.dataBytes());
      boolean full = copied[0] > ByteSize.GIB;
      double pace = full ? 100.0 * slice.plan().tasks() : 1_000.0 / slice.plan().tasks();
      file.copied(slice, bytes, nanos(bytes, pace), slice.plan());
      copied[0] += bytes;
      left -= bytes;
    }
    file.close();
    assertThat(learned().findings()).anyMatch(it -> it.ending() == Ending.OTHER_REGIME);
    assertThat(learned().plan().splitDepth()).isEqualTo(3);
  }

  @Test
  void anotherFileMeanwhileGoesByWhatIsKept() {
    Slices first = Objects.requireNonNull(search.slices(START, BYTES, AdaptiveCopyTest::nio));
    assertThat(search.slices(START, BYTES, AdaptiveCopyTest::nio)).isNull();
    run(first, BYTES, plan -> 100.0 * plan.tasks());

    Slices later =
        Objects.requireNonNull(search.slices(START, ByteSize.GIB, AdaptiveCopyTest::nio));
    Slice all = later.next(ByteSize.GIB);

    assertThat(all).isEqualTo(new Slice(START.withSplitDepth(3), ByteSize.GIB));
  }

  @Test
  void aSliceOfHolesSaysNothing() {
    Slices file = Objects.requireNonNull(search.slices(START, BYTES, AdaptiveCopyTest::nio));
    for (int i = 0; i < 20; i++) {
      Slice slice = file.next(BYTES - i);
      assertThat(slice.plan()).isEqualTo(START);
      file.copied(slice, slice.dataBytes() / 2, 1, slice.plan());
    }
    assertThat(learned().findings()).isEmpty();
  }

  private Learned learned() {
    return Objects.requireNonNull(search.learned());
  }

  private void copy(long bytes, ToDoubleFunction<CopyPlan> mebibytesPerSecond) {
    run(
        Objects.requireNonNull(search.slices(START, bytes, AdaptiveCopyTest::nio)),
        bytes,
        mebibytesPerSecond);
  }

  private void run(Slices file, long bytes, ToDoubleFunction<CopyPlan> mebibytesPerSecond) {
    long left = bytes;
    while (left > 0) {
      Slice slice = file.next(left);
      long copied = Math.min(left, slice.dataBytes());
      slices.add(slice);
      double pace = mebibytesPerSecond.applyAsDouble(slice.plan());
      file.copied(slice, copied, nanos(copied, pace), slice.plan());
      left -= copied;
    }
    file.close();
  }

  private static long nanos(long bytes, double mebibytesPerSecond) {
    return Math.round(bytes / MEBIBYTES / mebibytesPerSecond * 1e9);
  }
}

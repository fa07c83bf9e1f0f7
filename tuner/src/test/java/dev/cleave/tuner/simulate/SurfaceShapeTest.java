package dev.cleave.tuner.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kinds of devices are known for. */
class SurfaceShapeTest {
  private static final CopyPlan ONE = CopyPlan.SEQUENTIAL;
  private static final DeviceState LATE = new DeviceState(600, 1000);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void tasksHelpAnNvmeDriveAndHurtAHead(long seed) {
    assertThat(fresh(SurfaceKind.NVME_KNEE, seed).applyAsDouble(ONE.withSplitDepth(1)))
        .isGreaterThan(fresh(SurfaceKind.NVME_KNEE, seed).applyAsDouble(ONE));
    assertThat(fresh(SurfaceKind.HDD, seed).applyAsDouble(ONE.withSplitDepth(3)))
        .isLessThan(0.8 * fresh(SurfaceKind.HDD, seed).applyAsDouble(ONE));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void tasksGainNothingBehindAnInodeLock(long seed) {
    ToDoubleFunction<CopyPlan> speed = fresh(SurfaceKind.INODE_LOCK, seed);

    assertThat(speed.applyAsDouble(ONE.withSplitDepth(3)))
        .isBetween(0.94 * speed.applyAsDouble(ONE), speed.applyAsDouble(ONE));
    assertThat(speed.applyAsDouble(ONE.withChunkBytes(16 * ByteSize.MIB)))
        .isEqualTo(speed.applyAsDouble(ONE));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void requestsInFlightNeverSlowALineDown(long seed) {
    ToDoubleFunction<CopyPlan> speed = fresh(SurfaceKind.NETWORK, seed);

    for (int splitDepth = 0; splitDepth < 3; splitDepth++) {
      assertThat(speed.applyAsDouble(ONE.withSplitDepth(splitDepth + 1)))
          .isGreaterThanOrEqualTo(speed.applyAsDouble(ONE.withSplitDepth(splitDepth)));
    }
    assertThat(speed.applyAsDouble(ONE.withSplitDepth(6))).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void largeChunksHelpUnderAnOperationsCapWhereRequestsAreDirect(long seed) {
    ToDoubleFunction<CopyPlan> speed = fresh(SurfaceKind.IOPS_CAP, seed);
    CopyPlan small = ONE.withChunkBytes(256 * ByteSize.KIB);
    CopyPlan large = ONE.withChunkBytes(4 * ByteSize.MIB);

    assertThat(speed.applyAsDouble(small)).isEqualTo(speed.applyAsDouble(large));
    assertThat(speed.applyAsDouble(large.withBackend(BackendKind.DIRECT)))
        .isGreaterThan(speed.applyAsDouble(small.withBackend(BackendKind.DIRECT)));
  }

  @ParameterizedTest
  @EnumSource(names = {"BURST_CREDIT", "SLC_CLIFF"})
  void isSlowerBehindItsEndAndStaysSo(SurfaceKind kind) {
    for (long seed = 0; seed < 20; seed++) {
      Surface surface = kind.draw(new Random(seed));
      CopyPlan many = ONE.withSplitDepth(3);

      assertThat(surface.speed(many, LATE)).isLessThan(surface.speed(many, DeviceState.FRESH));
      assertThat(surface.flush(ONE, LATE)).isGreaterThan(surface.flush(ONE, DeviceState.FRESH));
      assertThat(surface.speed(many, new DeviceState(5000, 2000)))
          .isEqualTo(surface.speed(many, LATE));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theSameKneeLiesBehindTheCliff(long seed) {
    Surface drive = SurfaceKind.SLC_CLIFF.draw(new Random(seed));
    double before = drive.speed(ONE, DeviceState.FRESH) / drive.speed(ONE, LATE);

    CopyPlan other = ONE.withSplitDepth(2).withBackend(BackendKind.KERNEL);

    assertThat(drive.speed(other, DeviceState.FRESH) / drive.speed(other, LATE))
        .isCloseTo(before, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aHotDriveSlowsDownAndRecovers(long seed) {
    Surface drive = SurfaceKind.THERMAL.draw(new Random(seed));
    double cool = drive.speed(ONE, DeviceState.FRESH);
    double slowest = cool;
    int recoveries = 0;
    double last = cool;
    for (int second = 1; second <= 600; second++) {
      double now = drive.speed(ONE, new DeviceState(second, 0));
      slowest = Math.min(slowest, now);
      recoveries += now > last ? 1 : 0;
      last = now;
    }

    assertThat(slowest).isBetween(0.64 * cool, 0.97 * cool);
    assertThat(recoveries).isBetween(4, 40);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void nearTiesAreNear(long seed) {
    ToDoubleFunction<CopyPlan> speed = fresh(SurfaceKind.NEAR_TIES, seed);

    for (int splitDepth = 0; splitDepth <= 3; splitDepth++) {
      assertThat(speed.applyAsDouble(ONE.withSplitDepth(splitDepth))).isBetween(0.97, 1.03);
    }
  }

  private static ToDoubleFunction<CopyPlan> fresh(SurfaceKind kind, long seed) {
    Surface surface = kind.draw(new Random(seed));
    return plan -> surface.speed(plan, DeviceState.FRESH);
  }
}

package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.DeviceLimit;
import dev.cleave.tuner.measure.DeviceLimit.Kind;
import dev.cleave.tuner.measure.DeviceState;
import dev.cleave.tuner.measure.MachineLoad;
import dev.cleave.tuner.measure.TargetSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtfulSampleTest {
  private final JudgedSamples sample = new JudgedSamples();

  @Test
  void aSoundSampleIsNotDoubted() {
    assertThat(reasons()).isEmpty();
  }

  @Test
  void aColdSourceIsHardlyResident() {
    sample.resident = JudgedSamples.BYTES / 64;
    assertThat(reasons())
        .containsExactly("partly resident: 4MiB of the source were in the page cache");
    sample.read = null; // the page cache is all there is
    assertThat(reasons()).isEmpty();
  }

  @Test
  void aWarmSourceIsNearlyAllResident() {
    sample.cacheState = CacheState.WARM;
    sample.resident = JudgedSamples.BYTES / 2;
    assertThat(reasons())
        .containsExactly("partly resident: 128MiB of the source were in the page cache");
    sample.resident = JudgedSamples.BYTES;
    assertThat(reasons()).isEmpty();
  }

  @Test
  void aNeighbourShowsInTheTrafficOfTheDevice() {
    sample.written = new DiskTraffic(0, 2 * JudgedSamples.BYTES, 0, 9);
    assertThat(reasons()).containsExactly("busy device: 512MiB were written");
    sample.read = new DiskTraffic(2 * JudgedSamples.BYTES, 0, 9, 0);
    assertThat(reasons()).containsExactly("busy device: 512MiB were read");
  }

  @Test
  void aNeighbourShowsInThePressureUnlessThePlanMakesItItself() {
    sample.load = new MachineLoad(1L, 1L, 0.0, 1.5, 0.0);
    assertThat(reasons())
        .containsExactly("busy processors: 1.50 s of 2.00 s spent waiting for one");
    sample.used = CopyPlan.SEQUENTIAL.withSplitDepth(1);
    assertThat(reasons()).isEmpty();
  }

  @Test
  void stolenTimeIsToldPerProcessor() {
    sample.load = new MachineLoad(1L, 1L, 0.0, 0.0, 0.3);
    assertThat(reasons()).containsExactly("stolen time: 0.30 s of processor time");
    sample.load = new MachineLoad(1L, 1L, 0.0, 0.0, 0.1);
    assertThat(reasons()).isEmpty();
  }

  @Test
  void aLimitThatIsReachedThrottles() {
    sample.device = limited(Kind.WRITE_BYTES, JudgedSamples.BYTES / 2);
    assertThat(reasons())
        .containsExactly(
            "throttled: 134217728 written bytes a second on vda, whose limit is 134217728");
    sample.device = limited(Kind.READ_OPERATIONS, 130);
    assertThat(reasons()).singleElement().asString().startsWith("throttled: 128 read operations");
    sample.device = limited(Kind.READ_OPERATIONS, 1000);
    assertThat(reasons()).isEmpty();
  }

  @Test
  void aHotDriveMaySlowDown() {
    sample.device = new DeviceState(71.2, List.of());
    assertThat(reasons()).containsExactly("hot device: 71 degrees Celsius");
    sample.device = new DeviceState(69.0, List.of());
    assertThat(reasons()).isEmpty();
  }

  @Test
  void writersWaitBeyondTheDirtyLimit() {
    sample.space = new TargetSpace(1L, 0.5, 1L << 20, true);
    assertThat(reasons()).containsExactly("passes the dirty limit: the kernel lets 1MiB be dirty");
  }

  @Test
  void whatIsUnknownIsNotDoubted() {
    sample.resident = null;
    sample.read = null;
    sample.written = null;
    sample.load = MachineLoad.UNKNOWN;
    sample.space = TargetSpace.UNKNOWN;
    assertThat(reasons()).isEmpty();
  }

  private static DeviceState limited(Kind kind, long perSecond) {
    return new DeviceState(null, List.of(new DeviceLimit("vda", kind, perSecond)));
  }

  private List<String> reasons() {
    return DoubtfulSample.reasons(sample.facts());
  }
}

package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.measure.DeviceLimit;
import dev.cleave.tuner.measure.DeviceLimit.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupLimitsTest {
  private static final String BLKIO = "sys/fs/cgroup/blkio/";

  @TempDir Path directory;
  private FakeKernel kernel;

  @BeforeEach
  void plugDevicesIn() {
    kernel =
        new FakeKernel(directory)
            .with("sys/class/block/vda/dev", "254:0\n")
            .with("sys/class/block/loop7/dev", "7:7\n");
  }

  @Test
  void ofVersionOneAreThoseOfTheGroupAndOfAllAbove() {
    kernel
        .with("proc/self/cgroup", "7:cpu,blkio:/capped/inner\n0::/\n")
        .with(BLKIO + "blkio.throttle.read_iops_device", "7:7 90\n")
        .with(BLKIO + "capped/blkio.throttle.read_bps_device", "7:7 1000\n254:0 5\n")
        .with(BLKIO + "capped/inner/blkio.throttle.read_bps_device", "7:7 2000\n")
        .with(BLKIO + "capped/inner/blkio.throttle.write_bps_device", "7:70 1\n")
        .with(BLKIO + "other/blkio.throttle.read_bps_device", "7:7 1\n");
    assertThat(GroupLimits.of(kernel.files(), List.of("loop7")))
        .containsExactly(
            new DeviceLimit("loop7", Kind.READ_BYTES, 1000),
            new DeviceLimit("loop7", Kind.READ_OPERATIONS, 90));
  }

  @Test
  void ofVersionTwoStandInOneLine() {
    kernel
        .with("proc/self/cgroup", "0::/capped\n")
        .with("sys/fs/cgroup/capped/io.max", "7:7 rbps=max wbps=4096 riops=max wiops=120\n");
    assertThat(GroupLimits.of(kernel.files(), List.of("vda", "loop7")))
        .containsExactly(
            new DeviceLimit("loop7", Kind.WRITE_BYTES, 4096),
            new DeviceLimit("loop7", Kind.WRITE_OPERATIONS, 120));
  }

  @Test
  void areNoneWhereThereAreNone() {
    assertThat(GroupLimits.of(kernel.files(), List.of("vda"))).isEmpty();
    kernel.with("proc/self/cgroup", "7:blkio:/../..\n0::/away\n");
    assertThat(GroupLimits.of(kernel.files(), List.of("vda", "none"))).isEmpty();
  }
}

package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCountersTest {
  private static final String STATS =
      """
       254       0 vda 11 0 1000 5 2 0 16 1 0 4 6
       259       0 nvme0n1 1 0 24 0 3 0 8 0 0 0 0
       259       1 nvme0n1p1 1 0 8 0 0 0 0 0 0 0 0
      """;

  @TempDir Path directory;

  @Test
  void addsUpTheTrafficOfAllDevices() {
    assertThat(read(STATS, "vda", "nvme0n1"))
        .isEqualTo(new DiskTraffic(1024 * 512, 24 * 512, 12, 5));
  }

  @Test
  void knowsNothingIfADeviceIsMissing() {
    assertThat(read(STATS, "vda", "sda")).isNull();
    assertThat(read(STATS)).isNull();
    assertThat(
            new DiskCounters(new FakeKernel(directory.resolve("none")).files(), List.of("vda"))
                .read())
        .isNull();
  }

  private @Nullable DiskTraffic read(String stats, String... devices) {
    KernelFiles kernel = new FakeKernel(directory).with("proc/diskstats", stats).files();
    return new DiskCounters(kernel, List.of(devices)).read();
  }
}

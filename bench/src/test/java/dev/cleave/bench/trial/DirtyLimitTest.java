package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirtyLimitTest {
  @TempDir Path directory;
  private FakeKernel kernel;

  @BeforeEach
  void makeKernel() {
    kernel = new FakeKernel(directory);
  }

  @Test
  void isWhatTheKernelReckonsItself() {
    kernel.with("proc/vmstat", "nr_dirty 3\nnr_dirty_threshold 1000\n");
    kernel.with("proc/sys/vm/dirty_bytes", "77\n");
    assertThat(DirtyLimit.bytes(kernel.files())).isEqualTo(4_096_000);
  }

  @Test
  void isElseTheSettingInBytes() {
    kernel.with("proc/sys/vm/dirty_bytes", "77\n").with("proc/sys/vm/dirty_ratio", "0\n");
    assertThat(DirtyLimit.bytes(kernel.files())).isEqualTo(77);
  }

  @Test
  void isElseAShareOfTheMemory() {
    kernel.with("proc/sys/vm/dirty_bytes", "0\n").with("proc/sys/vm/dirty_ratio", "20\n");
    assertThat(DirtyLimit.bytes(kernel.files())).isNull();
    kernel.with("proc/meminfo", "MemTotal: 9 kB\nMemAvailable:       1000 kB\n");
    assertThat(DirtyLimit.bytes(kernel.files())).isEqualTo(1000 * 1024 / 5);
  }
}

package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StealTimeTest {
  @TempDir Path directory;

  @Test
  void isTheEighthNumberOfAllProcessors() {
    KernelFiles kernel =
        new FakeKernel(directory)
            .with("proc/stat", "cpu  1 2 3 4 5 6 7 7449 9 10\ncpu0 1 2 3 4 5 6 7 8 9 10\n")
            .files();
    assertThat(StealTime.seconds(kernel)).isEqualTo(74.49);
  }

  @Test
  void isUnknownToAnOldKernel() {
    KernelFiles kernel = new FakeKernel(directory).with("proc/stat", "cpu 1 2 3 4\n").files();
    assertThat(StealTime.seconds(kernel)).isNull();
    assertThat(StealTime.seconds(new FakeKernel(directory.resolve("none")).files())).isNull();
  }
}

package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorWaitTest {
  @TempDir Path directory;

  @Test
  void isWhatGoesBeyondBeingWokenUp() {
    KernelFiles kernel =
        new FakeKernel(directory)
            .with("proc/thread-self/schedstat", "9000000000 2500000000 100000\n")
            .files();
    assertThat(ProcessorWait.seconds(kernel)).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void isUnknownToAKernelWithoutSuchAnAccount() {
    assertThat(ProcessorWait.seconds(new FakeKernel(directory).files())).isNull();
  }
}

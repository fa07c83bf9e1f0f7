package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PressureTest {
  @TempDir Path directory;

  @Test
  void isTheTotalOfSomeTask() {
    KernelFiles kernel =
        new FakeKernel(directory)
            .with(
                "proc/pressure/io",
                """
                some avg10=0.00 avg60=0.00 avg300=0.00 total=860834248
                full avg10=0.00 avg60=0.00 avg300=0.00 total=293520721
                """)
            .files();
    assertThat(Pressure.IO.seconds(kernel)).isEqualTo(860.834248);
    assertThat(Pressure.CPU.seconds(kernel)).isNull();
  }

  @Test
  void isUnknownWhereTheFileSaysSomethingElse() {
    KernelFiles kernel =
        new FakeKernel(directory).with("proc/pressure/cpu", "some total=x").files();
    assertThat(Pressure.CPU.seconds(kernel)).isNull();
  }
}

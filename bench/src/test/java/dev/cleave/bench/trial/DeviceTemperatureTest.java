package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceTemperatureTest {
  @TempDir Path directory;

  @Test
  void isThatOfTheHottestDrive() {
    KernelFiles kernel =
        new FakeKernel(directory)
            .with("sys/class/block/nvme0n1/device/hwmon3/temp1_input", "41850\n")
            .with("sys/class/block/nvme0n1/device/hwmon3/temp2_input", "99000\n")
            .with("sys/class/block/sda/device/hwmon/hwmon0/temp1_input", "52000\n")
            .with("sys/class/block/vda/device/vendor", "0x1af4\n")
            .files();
    assertThat(DeviceTemperature.celsius(kernel, List.of("nvme0n1"))).isEqualTo(41.85);
    assertThat(DeviceTemperature.celsius(kernel, List.of("nvme0n1", "vda", "sda"))).isEqualTo(52);
    assertThat(DeviceTemperature.celsius(kernel, List.of("vda", "none"))).isNull();
  }

  @Test
  void aSensorThatSaysNothingIsNone() {
    KernelFiles kernel =
        new FakeKernel(directory)
            .with("sys/class/block/sda/device/hwmon/hwmon0/temp1_input", "")
            .files();
    assertThat(DeviceTemperature.celsius(kernel, List.of("sda"))).isNull();
  }
}

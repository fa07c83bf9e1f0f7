package dev.cleave.bench.trial;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How hot drives are, from the sensor that the kernel shows beside them: of NVMe drives in {@code
 * device/hwmon2}, of SATA drives (the drivetemp module) in {@code device/hwmon/hwmon2}. Its first
 * temperature is the drive's own (Documentation/hwmon/sysfs-interface.rst: in 1/1000 degrees).
 */
final class DeviceTemperature {
  private static final double MILLIDEGREES = 1000;

  private DeviceTemperature() {}

  /** In degrees Celsius, of the hottest of the devices; null where none tells. */
  static @Nullable Double celsius(KernelFiles kernel, List<String> devices) {
    Double hottest = null;
    for (String name : devices) {
      Path device = kernel.sys().resolve("class/block").resolve(name).resolve("device");
      for (Path sensor : sensors(device)) {
        Long value = KernelFiles.number(sensor.resolve("temp1_input"));
        if (value != null && (hottest == null || value / MILLIDEGREES > hottest)) {
          hottest = value / MILLIDEGREES;
        }
      }
    }
    return hottest;
  }

  private static List<Path> sensors(Path device) {
    List<Path> sensors = new ArrayList<>();
    for (Path parent : List.of(device, device.resolve("hwmon"))) {
      if (Files.isDirectory(parent)) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, "hwmon?*")) {
          found.forEach(sensors::add);
        } catch (IOException unplugged) {
          return sensors;
        }
      }
    }
    return sensors;
  }
}

package dev.cleave.bench.qualify.specification;

import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.DeviceClass;
import dev.cleave.tuner.device.Mount;
import dev.cleave.tuner.device.StorageStack;
import java.util.List;

/** Storage of one device. */
final class TestStacks {
  private TestStacks() {}

  static StorageStack with(BlockDevice leaf) {
    return new StorageStack(
        "/data",
        new Mount("/data", "/dev/" + leaf.name(), "8:0", List.of()),
        "ext4",
        DeviceClass.NVME,
        List.of(leaf),
        List.of(leaf),
        "ext4@" + leaf.name());
  }
}

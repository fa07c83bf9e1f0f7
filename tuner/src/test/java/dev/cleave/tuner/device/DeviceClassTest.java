package dev.cleave.tuner.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceClassTest {
  @ParameterizedTest
  @CsvSource({
    "sda,     transport, ata,            hdd",
    "sda,     transport, usb,            hdd",
    "sda,     transport, virtio,         virtual",
    "sda,     transport, iscsi,          network",
    "sda,     model,     QEMU HARDDISK,  virtual",
    "sda,     vendor,    VMware,         virtual",
    "sda,     vendor,    Msft,           virtual",
    "xvda,    transport, xen,            virtual",
    "vda,     transport, virtio,         virtual",
    "nvme0n1, transport, nvme,           nvme",
    "mmcblk0, transport, mmc,            unknown",
  })
  void aDiskThatSaysItRotatesIsAHardDiskOnlyBehindARealController(
      String name, String factName, String value, String expected) {
    Map<String, Fact> facts = new HashMap<>();
    facts.put("rotational", Fact.reported(true, "fixture"));
    facts.put(factName, Fact.reported(value, "fixture"));

    assertThat(DeviceClass.of(List.of(new BlockDevice(name, "disk", facts)))).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "nvme1n1, disk",
    "sda,     disk",
    "md127,   md",
    "dm-3,    dm",
    "loop7,   loop",
    "bcache0, bcache",
    "zram0,   memory",
    "ram1,    memory",
    "pmem0,   memory",
    "nbd0,    network",
    "rbd0,    network",
  })
  void aDriversNameTellsTheKind(String name, String kind) {
    assertThat(BlockKind.of(name)).isEqualTo(kind);
  }

  @Test
  void severalLeavesAreStackedWhateverTheyAre() {
    BlockDevice one = new BlockDevice("nvme0n1", "disk", Map.of());
    BlockDevice other = new BlockDevice("nvme1n1", "disk", Map.of());

    assertThat(DeviceClass.of(List.of(one, other))).isEqualTo(DeviceClass.STACKED);
  }
}

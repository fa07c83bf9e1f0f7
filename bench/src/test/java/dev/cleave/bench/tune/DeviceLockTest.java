package dev.cleave.bench.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.DeviceClass;
import dev.cleave.tuner.device.Mount;
import dev.cleave.tuner.device.StorageStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceLockTest {
  @TempDir Path locks;

  @Test
  void keepsASecondTuneAwayAndNamesTheFirst() throws IOException {
    try (DeviceLock lock = DeviceLock.of(locks, disk("sda"), disk("sdb"))) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> DeviceLock.of(locks, disk("sdc"), disk("sdb")))
          .isInstanceOf(RefusedException.class)
          .hasMessage(
              "another run is measuring sdb, process "
                  + ProcessHandle.current().pid()
                  + "; wait for its end");
      try (DeviceLock another = DeviceLock.of(locks, disk("sdc"), disk("sdc"))) {
        assertThat(another).isNotNull();
      }
    }
    assertThat(locks).isEmptyDirectory();
    DeviceLock.of(locks, disk("sda"), disk("sda")).close();
  }

  @Test
  void takesOverWhatADeadTuneLeft() throws IOException {
    Files.writeString(locks.resolve("cleave-sda.lock"), "4711\n");
    DeviceLock.of(locks, disk("sda"), disk("sda")).close();
    assertThat(locks).isEmptyDirectory();
  }

  @Test
  void whatIsNoDiskIsLockedByItsNumber() throws IOException {
    StorageStack memory = stack("tmpfs", "memory");
    try (DeviceLock lock = DeviceLock.of(locks, memory, memory)) {
      assertThat(lock).isNotNull();
      assertThat(locks.resolve("cleave-0-42.lock")).exists();
    }
  }

  private static StorageStack disk(String name) {
    return stack(name, "disk");
  }

  private static StorageStack stack(String name, String kind) {
    List<BlockDevice> leaves = List.of(new BlockDevice(name, kind, Map.of()));
    Mount mount = new Mount("/srv", "/dev/" + name, "0:42", List.of());
    return new StorageStack("/srv", mount, "ext4", DeviceClass.UNKNOWN, leaves, leaves, name);
  }
}

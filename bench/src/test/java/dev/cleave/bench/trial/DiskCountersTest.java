package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCountersTest {
  @TempDir Path directory;

  @Test
  void addsUpTheSectorsOfAllDevices() throws IOException {
    Path stats =
        Files.writeString(
            directory.resolve("diskstats"),
            """
             254       0 vda 11 0 1000 5 2 0 16 1 0 4 6
             259       0 nvme0n1 1 0 24 0 0 0 0 0 0 0 0
             259       1 nvme0n1p1 1 0 8 0 0 0 0 0 0 0 0
            """);
    assertThat(new DiskCounters(stats, List.of("vda", "nvme0n1")).bytesRead()).hasValue(1024 * 512);
    assertThat(new DiskCounters(stats, List.of("vda", "sda")).bytesRead()).isEmpty();
    assertThat(new DiskCounters(stats, List.of()).bytesRead()).isEmpty();
  }
}

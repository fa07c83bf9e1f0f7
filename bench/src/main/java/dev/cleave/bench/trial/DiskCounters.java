package dev.cleave.bench.trial;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has gone through block devices since boot, from /proc/diskstats (Documentation/admin-guide/
 * iostats.rst: behind a device's name come reads completed, reads merged, sectors read,
 * milliseconds, and the same of writes; a sector has 512 bytes).
 */
final class DiskCounters {
  private static final int NAME_FIELD = 2;
  private static final int READS_FIELD = 3;
  private static final int SECTORS_READ_FIELD = 5;
  private static final int WRITES_FIELD = 7;
  private static final int SECTORS_WRITTEN_FIELD = 9;
  private static final long SECTOR_BYTES = 512;

  private final Path diskStats;
  private final List<String> devices;

  DiskCounters(KernelFiles kernel, List<String> devices) {
    this.diskStats = kernel.proc().resolve("diskstats");
    this.devices = List.copyOf(devices);
  }

  /** Of all devices together; null if one of them isn't listed, or there is none. */
  @Nullable DiskTraffic read() {
    if (devices.isEmpty()) {
      return null;
    }
    DiskTraffic sum = DiskTraffic.NONE;
    int found = 0;
    for (String line : KernelFiles.lines(diskStats)) {
      String[] fields = line.strip().split("\\s+", -1);
      if (fields.length > SECTORS_WRITTEN_FIELD && devices.contains(fields[NAME_FIELD])) {
        sum = sum.plus(traffic(fields));
        found++;
      }
    }
    return found == devices.size() ? sum : null;
  }

  private static DiskTraffic traffic(String[] fields) {
    return new DiskTraffic(
        Long.parseLong(fields[SECTORS_READ_FIELD]) * SECTOR_BYTES,
        Long.parseLong(fields[SECTORS_WRITTEN_FIELD]) * SECTOR_BYTES,
        Long.parseLong(fields[READS_FIELD]),
        Long.parseLong(fields[WRITES_FIELD]));
  }
}

package dev.cleave.bench.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What block devices have read since boot, from /proc/diskstats (Documentation/admin-guide/
 * iostats.rst: field 3 of a device is sectors read, of 512 bytes each).
 */
public final class DiskCounters {
  private static final int NAME_FIELD = 2;
  private static final int SECTORS_READ_FIELD = 5;
  private static final long SECTOR_BYTES = 512;

  private final Path diskStats;
  private final List<String> devices;

  public DiskCounters(Path diskStats, List<String> devices) {
    this.diskStats = diskStats;
    this.devices = List.copyOf(devices);
  }

  /** Bytes all devices together have read; empty if one of them isn't listed, or there is none. */
  public OptionalLong bytesRead() throws IOException {
    if (devices.isEmpty() || !Files.isReadable(diskStats)) {
      return OptionalLong.empty();
    }
    long sectors = 0;
    int found = 0;
    for (String line : Files.readAllLines(diskStats)) {
      String[] fields = line.strip().split("\\s+", -1);
      if (fields.length > SECTORS_READ_FIELD && devices.contains(fields[NAME_FIELD])) {
        sectors += Long.parseLong(fields[SECTORS_READ_FIELD]);
        found++;
      }
    }
    return found == devices.size() ? OptionalLong.of(sectors * SECTOR_BYTES) : OptionalLong.empty();
  }
}

package dev.cleave.bench.trial;

/** What went through block devices. */
public record DiskTraffic(long bytesRead, long bytesWritten, long reads, long writes) {
  static final DiskTraffic NONE = new DiskTraffic(0, 0, 0, 0);

  DiskTraffic plus(DiskTraffic other) {
    return new DiskTraffic(
        bytesRead + other.bytesRead,
        bytesWritten + other.bytesWritten,
        reads + other.reads,
        writes + other.writes);
  }

  public DiskTraffic since(DiskTraffic start) {
    return new DiskTraffic(
        bytesRead - start.bytesRead,
        bytesWritten - start.bytesWritten,
        reads - start.reads,
        writes - start.writes);
  }
}

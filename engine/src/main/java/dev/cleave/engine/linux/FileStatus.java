package dev.cleave.engine.linux;

import org.jspecify.annotations.Nullable;

/**
 * What {@code statx(2)} says of a file.
 *
 * @param mode type and permission bits, as {@code st_mode}
 * @param blocks allocated blocks of 512 bytes
 * @param specialDevice which device it stands for, as the kernel's {@code mknod} takes it
 * @param attributes {@code stx_attributes}: STATX_ATTR_... of linux/stat.h
 */
public record FileStatus(
    int mode,
    int links,
    int owner,
    int group,
    long inode,
    long size,
    long blocks,
    int deviceMajor,
    int deviceMinor,
    Timestamp accessed,
    Timestamp modified,
    Timestamp changed,
    long specialDevice,
    long attributes) {
  // linux/stat.h
  private static final int TYPE_MASK = 0170000;
  private static final int SOCKET = 0140000;
  private static final int SYMLINK = 0120000;
  private static final int REGULAR = 0100000;
  private static final int BLOCK_DEVICE = 0060000;
  private static final int DIRECTORY = 0040000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final int FIFO = 0010000;
  private static final long APPEND_ONLY = 0x20;
  private static final long MOUNT_ROOT = 0x2000; // Linux 5.8

  /** A time to the nanosecond, as the kernel keeps it. */
  public record Timestamp(long seconds, int nanos) implements Comparable<Timestamp> {
    @Override
    public int compareTo(Timestamp other) {
      int bySeconds = Long.compare(seconds, other.seconds);
      return bySeconds == 0 ? Integer.compare(nanos, other.nanos) : bySeconds;
    }

    // Written out: a record's own are linked at run time, which costs the start of a copy 15 ms
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Timestamp that && seconds == that.seconds && nanos == that.nanos;
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(seconds) + nanos;
    }
  }

  public boolean isRegular() {
    return (mode & TYPE_MASK) == REGULAR;
  }

  public boolean isDirectory() {
    return (mode & TYPE_MASK) == DIRECTORY;
  }

  public boolean isSymlink() {
    return (mode & TYPE_MASK) == SYMLINK;
  }

  public boolean isFifo() {
    return (mode & TYPE_MASK) == FIFO;
  }

  /** Whether a directory takes new names and gives none away again: chattr +a. */
  public boolean isAppendOnly() {
    return (attributes & APPEND_ONLY) != 0;
  }

  /** Whether something is mounted there, so that the name can't be given to another file. */
  public boolean isMountRoot() {
    return (attributes & MOUNT_ROOT) != 0;
  }

  /** What kind of file it is, for messages. */
  public String type() {
    return switch (mode & TYPE_MASK) {
      case REGULAR -> "regular file";
      case DIRECTORY -> "directory";
      case SYMLINK -> "symbolic link";
      case FIFO -> "fifo";
      case SOCKET -> "socket";
      case BLOCK_DEVICE -> "block device";
      case CHARACTER_DEVICE -> "character device";
      default -> "file of unknown type";
    };
  }

  /** What it takes on the device, holes left out. */
  public long allocatedBytes() {
    return blocks * 512; // the unit of st_blocks, stat(3type)
  }

  /** The twelve bits of permissions, setuid, setgid and sticky. */
  public int permissions() {
    return mode & 07777;
  }

  /** Whether both are one and the same file: device and inode agree. */
  public boolean isSameFileAs(FileStatus other) {
    return inode == other.inode && isOnSameDeviceAs(other);
  }

  public boolean isOnSameDeviceAs(FileStatus other) {
    return deviceMajor == other.deviceMajor && deviceMinor == other.deviceMinor;
  }
}

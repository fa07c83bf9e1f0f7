package dev.cleave.engine.linux;

/** The map of a file's extents, by ioctl FS_IOC_FIEMAP of linux/fiemap.h. */
final class ExtentMap {
  private static final long FS_IOC_FIEMAP = 0xC020660BL; // _IOWR('f', 11, struct fiemap)
  private static final int LAST = 0x1; // FIEMAP_EXTENT_LAST
  private static final int SHARED = 0x2000; // FIEMAP_EXTENT_SHARED

  private static final int EXTENTS = 64;

  // struct fiemap: start, length, then flags, mapped, count, reserved as 32 bits each
  private static final int LENGTH = 8;
  private static final int FLAGS = 16;
  private static final int MAPPED = 20;
  private static final int COUNT = 24;
  private static final int HEADER_BYTES = 32;

  // struct fiemap_extent: logical, physical, length, two reserved, flags, three reserved
  private static final int EXTENT_LENGTH = 16;
  private static final int EXTENT_FLAGS = 40;
  private static final int EXTENT_BYTES = 56;

  private ExtentMap() {}

  /** Bytes in extents that belong to another file as well. */
  static long sharedBytes(int fd) throws SyscallException {
    long shared = 0;
    long start = 0;
    boolean more = true;
    while (more) {
      SystemCall call = SystemCall.begin();
      long map = call.room(HEADER_BYTES + EXTENTS * EXTENT_BYTES);
      call.put(map, start);
      call.put(map + LENGTH, Long.MAX_VALUE - start);
      call.put(map + FLAGS, 0);
      call.put(map + COUNT, EXTENTS);
      call.make(CallNumber.IOCTL, fd, FS_IOC_FIEMAP, map);
      int mapped = call.intAt(map + MAPPED);
      more = mapped == EXTENTS;
      for (int i = 0; i < mapped; i++) {
        long extent = map + HEADER_BYTES + (long) i * EXTENT_BYTES;
        int flags = call.intAt(extent + EXTENT_FLAGS);
        long length = call.longAt(extent + EXTENT_LENGTH);
        shared += (flags & SHARED) != 0 ? length : 0;
        start = call.longAt(extent) + length;
        more &= (flags & LAST) == 0;
      }
    }
    return shared;
  }
}

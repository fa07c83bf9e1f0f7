package dev.cleave.engine.tree;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.DataMap;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.SparseMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the data of an open file by SEEK_DATA and SEEK_HOLE. They move the descriptor's own offset,
 * which nobody else uses, so several threads may scan at once.
 */
record ExtentScanner(Fd fd) {
  // linux/fs.h
  private static final int SEEK_DATA = 3;
  private static final int SEEK_HOLE = 4;

  private static final int BLOCK_BYTES = 512; // the unit of st_blocks, stat(3type)

  /** linux/magic.h has none; include/sys/fs/zfs.h. */
  private static final long ZFS_MAGIC = 0x2fc12fc1;

  /**
   * So many extents are looked up in advance and kept, about 12 MiB of heap. What is behind them is
   * looked up as it is copied: a file of 1 TiB can have a hundred million.
   */
  private static final int MOST_EXTENTS = 1 << 18;

  /**
   * Where the data of the file is. A file whose blocks cover its size is not looked at: it has no
   * holes worth a system call, as cp finds too.
   */
  DataMap map(FileStatus status, SparseMode mode) throws SyscallException {
    ByteRange all = new ByteRange(0, status.size());
    boolean isDense = status.blocks() >= Math.ceilDiv(status.size(), BLOCK_BYTES);
    return mode == SparseMode.NEVER || isDense || liesAboutHoles()
        ? DataMap.whole(all)
        : map(all, MOST_EXTENTS);
  }

  /** ZFS reported holes where there was data that it had not written out yet (openzfs#15526). */
  private boolean liesAboutHoles() throws SyscallException {
    return fd.syscalls().fstatfs(fd.number()) == ZFS_MAGIC;
  }

  /** Where the data of the range is; exact for so many extents, the rest counts as data. */
  DataMap map(ByteRange range, int mostExtents) throws SyscallException {
    List<ByteRange> extents = new ArrayList<>();
    ByteRange extent = next(range.offset(), range.end());
    while (extent != null) {
      if (extents.size() == mostExtents) {
        extents.add(new ByteRange(extent.offset(), range.end() - extent.offset()));
        return new DataMap(extents, extent.offset());
      }
      extents.add(extent);
      extent = next(extent.end(), range.end());
    }
    return new DataMap(extents, range.end());
  }

  /**
   * The first data from {@code from} on and before {@code end}; null if there is none. All of it
   * where the file system knows no holes.
   */
  @Nullable ByteRange next(long from, long end) throws SyscallException {
    if (from >= end) {
      return null;
    }
    long start;
    try {
      start = fd.syscalls().lseek(fd.number(), from, SEEK_DATA);
    } catch (SyscallException e) {
      if (e.is(Errno.ENXIO)) {
        return null; // nothing but a hole up to the end, lseek(2)
      }
      return allIfUnknown(e, from, end);
    }
    if (start < from) {
      return new ByteRange(from, end - from);
    }
    return start >= end ? null : new ByteRange(start, Math.min(end, hole(start, end)) - start);
  }

  private long hole(long start, long end) throws SyscallException {
    try {
      long hole = fd.syscalls().lseek(fd.number(), start, SEEK_HOLE);
      return hole > start ? hole : end; // a file that can't be positioned may answer anything
    } catch (SyscallException e) {
      // ENXIO: truncated a moment ago, which reading it will tell
      return e.is(Errno.ENXIO) ? end : allIfUnknown(e, start, end).end();
    }
  }

  private static ByteRange allIfUnknown(SyscallException e, long from, long end)
      throws SyscallException {
    if (e.is(Errno.EINVAL, Errno.EOPNOTSUPP, Errno.ENOSYS, Errno.ESPIPE)) {
      return new ByteRange(from, end - from);
    }
    throw e;
  }
}

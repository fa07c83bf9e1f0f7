package dev.cleave.engine.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.FileStatus.Timestamp;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The system calls of this process, through libc's {@code syscall(2)}.
 *
 * <p>Blocking calls pin a virtual thread, so platform threads make them. What is linked is {@link
 * NativeSyscall}.
 */
public final class Libc implements Syscalls {
  public static final Libc INSTANCE = new Libc();

  private static final int STATFS_SIZE = 256; // asm-generic/statfs.h has 120, with room to grow
  private static final int PATH_MAX = 4096; // linux/limits.h

  // linux/fs.h: _IOW(0x94, 9, int) and _IOW(0x94, 13, struct file_clone_range)
  private static final long FICLONE = 0x40049409L;
  private static final long FICLONERANGE = 0x4020940dL;

  private final NativeSyscall syscall = new NativeSyscall();
  private final XattrCalls xattrs = new XattrCalls(syscall);

  private Libc() {}

  private long call(CallNumber call, long... arguments) throws SyscallException {
    return syscall.call(call, arguments);
  }

  static MemorySegment text(SegmentAllocator memory, BytePath path) {
    byte[] bytes = path.bytes();
    MemorySegment text = memory.allocate(bytes.length + 1L);
    MemorySegment.copy(bytes, 0, text, JAVA_BYTE, 0, bytes.length);
    text.set(JAVA_BYTE, bytes.length, (byte) 0);
    return text;
  }

  @Override
  public int openat(int directory, BytePath path, int flags, int mode) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      return (int)
          call(
              CallNumber.OPENAT,
              directory,
              text(memory, path).address(),
              flags | Open.CLOSE_ON_EXEC,
              mode);
    }
  }

  @Override
  public void close(int fd) throws SyscallException {
    call(CallNumber.CLOSE, fd);
  }

  @Override
  public long read(int fd, MemorySegment buffer, long count) throws SyscallException {
    return call(CallNumber.READ, fd, buffer.asSlice(0, count).address(), count);
  }

  @Override
  public long write(int fd, MemorySegment buffer, long count) throws SyscallException {
    return call(CallNumber.WRITE, fd, buffer.asSlice(0, count).address(), count);
  }

  @Override
  public long lseek(int fd, long offset, int whence) throws SyscallException {
    return call(CallNumber.LSEEK, fd, offset, whence);
  }

  @Override
  public long pread64(int fd, MemorySegment buffer, long count, long offset)
      throws SyscallException {
    return call(CallNumber.PREAD64, fd, buffer.asSlice(0, count).address(), count, offset);
  }

  @Override
  public long pwrite64(int fd, MemorySegment buffer, long count, long offset)
      throws SyscallException {
    return call(CallNumber.PWRITE64, fd, buffer.asSlice(0, count).address(), count, offset);
  }

  @Override
  public long copyFileRange(
      int source, long sourceOffset, int target, long targetOffset, long count)
      throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment offsets = memory.allocateFrom(JAVA_LONG, sourceOffset, targetOffset);
      long from = offsets.address();
      return call(CallNumber.COPY_FILE_RANGE, source, from, target, from + Long.BYTES, count, 0);
    }
  }

  @Override
  public void ficlone(int target, int source) throws SyscallException {
    call(CallNumber.IOCTL, target, FICLONE, source);
  }

  @Override
  public void ficloneRange(int target, int source, long offset, long length)
      throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment range = memory.allocateFrom(JAVA_LONG, source, offset, length, offset);
      call(CallNumber.IOCTL, target, FICLONERANGE, range.address());
    }
  }

  @Override
  public @Nullable DirectAlignment directAlignment(int fd) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment statx = memory.allocate(StatxLayout.BYTES, Long.BYTES);
      long empty = text(memory, BytePath.EMPTY).address();
      call(CallNumber.STATX, fd, empty, Open.AT_EMPTY_PATH, StatxLayout.DIOALIGN, statx.address());
      return StatxLayout.directAlignment(statx);
    }
  }

  @Override
  @SuppressWarnings("restricted") // the kernel's word for where the mapping is, and how long
  public MemorySegment mmap(long length, int protection, int flags, int fd, long offset)
      throws SyscallException {
    long address = call(CallNumber.MMAP, 0, length, protection, flags, fd, offset);
    return MemorySegment.ofAddress(address).reinterpret(length);
  }

  @Override
  public void munmap(MemorySegment mapping) throws SyscallException {
    call(CallNumber.MUNMAP, mapping.address(), mapping.byteSize());
  }

  @Override
  public int ioUringSetup(int entries, MemorySegment parameters) throws SyscallException {
    return (int) call(CallNumber.IO_URING_SETUP, entries, parameters.address());
  }

  @Override
  public int ioUringEnter(int ring, int submit, int atLeast, int flags) throws SyscallException {
    return (int) call(CallNumber.IO_URING_ENTER, ring, submit, atLeast, flags, 0, 0);
  }

  @Override
  public void ioUringRegister(int ring, int operation, MemorySegment argument, int count)
      throws SyscallException {
    call(CallNumber.IO_URING_REGISTER, ring, operation, argument.address(), count);
  }

  @Override
  public FileStatus statx(int directory, BytePath path, int flags) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment status = memory.allocate(StatxLayout.BYTES, Long.BYTES);
      call(
          CallNumber.STATX,
          directory,
          text(memory, path).address(),
          flags,
          StatxLayout.BASIC_STATS,
          status.address());
      return StatxLayout.status(status);
    }
  }

  @Override
  public long fstatfs(int fd) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment statfs = memory.allocate(STATFS_SIZE, Long.BYTES);
      call(CallNumber.FSTATFS, fd, statfs.address());
      return statfs.get(JAVA_LONG, 0);
    }
  }

  @Override
  public OptionalLong availableBytes(int fd) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment statfs = memory.allocate(STATFS_SIZE, Long.BYTES);
      call(CallNumber.FSTATFS, fd, statfs.address());
      // f_bsize, f_blocks and f_bavail of asm-generic/statfs.h; tmpfs without a size has 0 blocks
      return statfs.get(JAVA_LONG, 16) == 0
          ? OptionalLong.empty()
          : OptionalLong.of(statfs.get(JAVA_LONG, 8) * statfs.get(JAVA_LONG, 32));
    }
  }

  @Override
  public void fallocate(int fd, int mode, long offset, long length) throws SyscallException {
    call(CallNumber.FALLOCATE, fd, mode, offset, length);
  }

  @Override
  public void ftruncate(int fd, long length) throws SyscallException {
    call(CallNumber.FTRUNCATE, fd, length);
  }

  @Override
  public void fsync(int fd) throws SyscallException {
    call(CallNumber.FSYNC, fd);
  }

  @Override
  public void fdatasync(int fd) throws SyscallException {
    call(CallNumber.FDATASYNC, fd);
  }

  @Override
  public void linkat(int fromDirectory, BytePath from, int toDirectory, BytePath to, int flags)
      throws SyscallException {
    pathToPath(CallNumber.LINKAT, fromDirectory, from, toDirectory, to, flags);
  }

  @Override
  public void renameat2(int fromDirectory, BytePath from, int toDirectory, BytePath to, int flags)
      throws SyscallException {
    pathToPath(CallNumber.RENAMEAT2, fromDirectory, from, toDirectory, to, flags);
  }

  private void pathToPath(
      CallNumber call, int fromDirectory, BytePath from, int toDirectory, BytePath to, int flags)
      throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      call(
          call,
          fromDirectory,
          text(memory, from).address(),
          toDirectory,
          text(memory, to).address(),
          flags);
    }
  }

  @Override
  public void unlinkat(int directory, BytePath path, int flags) throws SyscallException {
    atPath(CallNumber.UNLINKAT, directory, path, flags);
  }

  @Override
  public void mkdirat(int directory, BytePath path, int mode) throws SyscallException {
    atPath(CallNumber.MKDIRAT, directory, path, mode);
  }

  @Override
  public void faccessat(int directory, BytePath path, int mode) throws SyscallException {
    atPath(CallNumber.FACCESSAT, directory, path, mode);
  }

  @Override
  public void mknodat(int directory, BytePath path, int mode, long device) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      call(CallNumber.MKNODAT, directory, text(memory, path).address(), mode, device);
    }
  }

  @Override
  public void fchmodat(int directory, BytePath path, int mode) throws SyscallException {
    atPath(CallNumber.FCHMODAT, directory, path, mode);
  }

  private void atPath(CallNumber call, int directory, BytePath path, int argument)
      throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      call(call, directory, text(memory, path).address(), argument);
    }
  }

  @Override
  public void symlinkat(BytePath target, int directory, BytePath path) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      call(
          CallNumber.SYMLINKAT,
          text(memory, target).address(),
          directory,
          text(memory, path).address());
    }
  }

  @Override
  public BytePath readlinkat(int directory, BytePath path) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment target = memory.allocate(PATH_MAX);
      long length =
          call(
              CallNumber.READLINKAT,
              directory,
              text(memory, path).address(),
              target.address(),
              PATH_MAX);
      return BytePath.of(target.asSlice(0, length).toArray(JAVA_BYTE));
    }
  }

  @Override
  public void fchmod(int fd, int mode) throws SyscallException {
    call(CallNumber.FCHMOD, fd, mode);
  }

  @Override
  public void fchown(int fd, int owner, int group) throws SyscallException {
    call(CallNumber.FCHOWN, fd, owner, group);
  }

  @Override
  public List<BytePath> listxattr(BytePath path) throws SyscallException {
    return xattrs.list(path);
  }

  @Override
  public byte[] getxattr(BytePath path, BytePath name) throws SyscallException {
    return xattrs.get(path, name);
  }

  @Override
  public void fsetxattr(int fd, BytePath name, byte[] value) throws SyscallException {
    xattrs.set(fd, name, value);
  }

  @Override
  public void fremovexattr(int fd, BytePath name) throws SyscallException {
    xattrs.remove(fd, name);
  }

  @Override
  public void utimensat(
      int directory, BytePath path, Timestamp accessed, Timestamp modified, int flags)
      throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      call(
          CallNumber.UTIMENSAT,
          directory,
          text(memory, path).address(),
          times(memory, accessed, modified).address(),
          flags);
    }
  }

  @Override
  public void futimens(int fd, Timestamp accessed, Timestamp modified) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      call(CallNumber.UTIMENSAT, fd, 0, times(memory, accessed, modified).address(), 0);
    }
  }

  private static MemorySegment times(
      SegmentAllocator memory, Timestamp accessed, Timestamp modified) {
    return memory.allocateFrom(
        JAVA_LONG, accessed.seconds(), accessed.nanos(), modified.seconds(), modified.nanos());
  }

  @Override
  public long getdents64(int fd, MemorySegment buffer) throws SyscallException {
    return call(CallNumber.GETDENTS64, fd, buffer.address(), buffer.byteSize());
  }

  @Override
  public int umask(int mask) throws SyscallException {
    return (int) call(CallNumber.UMASK, mask);
  }

  @Override
  public void fadvise64(int fd, long offset, long length, int advice) throws SyscallException {
    call(CallNumber.FADVISE64, fd, offset, length, advice);
  }

  @Override
  public long cachestat(int fd, long offset, long length) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment range = memory.allocateFrom(JAVA_LONG, offset, length);
      MemorySegment counts = memory.allocate(JAVA_LONG, 5);
      call(CallNumber.CACHESTAT, fd, range.address(), counts.address(), 0);
      return counts.get(JAVA_LONG, 0);
    }
  }

  @Override
  public long residentPages(int fd, long length) throws SyscallException {
    final int protRead = 1; // asm-generic/mman-common.h
    final int mapShared = 1;
    long pages = (length + PATH_MAX - 1) / PATH_MAX;
    long mapping = call(CallNumber.MMAP, 0, length, protRead, mapShared, fd, 0);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment inCore = arena.allocate(pages);
      call(CallNumber.MINCORE, mapping, length, inCore.address());
      long resident = 0;
      for (long page = 0; page < pages; page++) {
        resident += inCore.get(JAVA_BYTE, page) & 1;
      }
      return resident;
    } finally {
      call(CallNumber.MUNMAP, mapping, length);
    }
  }
}

package dev.cleave.engine.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.FileStatus.Timestamp;
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
 *
 * <p>Long because the calls are many: each method only puts its arguments in order. What takes more
 * has a class of its own, as {@link XattrCalls} and {@link PageCacheCalls}; to spread the rest over
 * further ones would not shorten this one, which has to have every method of the seam.
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
  private final PageCacheCalls pageCache = new PageCacheCalls(syscall);

  private Libc() {}

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
          syscall.call(
              CallNumber.OPENAT,
              directory,
              text(memory, path).address(),
              flags | Open.CLOSE_ON_EXEC,
              mode);
    }
  }

  @Override
  public int openat2(int directory, BytePath path, int flags, long resolve)
      throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      // struct open_how of linux/openat2.h: flags, mode, resolve
      MemorySegment how = memory.allocateFrom(JAVA_LONG, flags | Open.CLOSE_ON_EXEC, 0, resolve);
      return (int)
          syscall.call(
              CallNumber.OPENAT2,
              directory,
              text(memory, path).address(),
              how.address(),
              how.byteSize());
    }
  }

  @Override
  public void close(int fd) throws SyscallException {
    syscall.call(CallNumber.CLOSE, fd);
  }

  @Override
  public long read(int fd, MemorySegment buffer, long count) throws SyscallException {
    return syscall.call(CallNumber.READ, fd, buffer.asSlice(0, count).address(), count);
  }

  @Override
  public long write(int fd, MemorySegment buffer, long count) throws SyscallException {
    return syscall.call(CallNumber.WRITE, fd, buffer.asSlice(0, count).address(), count);
  }

  @Override
  public long lseek(int fd, long offset, int whence) throws SyscallException {
    return syscall.call(CallNumber.LSEEK, fd, offset, whence);
  }

  @Override
  public long pread64(int fd, MemorySegment buffer, long count, long offset)
      throws SyscallException {
    return syscall.call(CallNumber.PREAD64, fd, buffer.asSlice(0, count).address(), count, offset);
  }

  @Override
  public long pwrite64(int fd, MemorySegment buffer, long count, long offset)
      throws SyscallException {
    return syscall.call(CallNumber.PWRITE64, fd, buffer.asSlice(0, count).address(), count, offset);
  }

  @Override
  public long copyFileRange(
      int source, long sourceOffset, int target, long targetOffset, long count)
      throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment offsets = memory.allocateFrom(JAVA_LONG, sourceOffset, targetOffset);
      long from = offsets.address();
      return syscall.call(
          CallNumber.COPY_FILE_RANGE, source, from, target, from + Long.BYTES, count, 0);
    }
  }

  @Override
  public void ficlone(int target, int source) throws SyscallException {
    syscall.call(CallNumber.IOCTL, target, FICLONE, source);
  }

  @Override
  public void ficloneRange(int target, int source, long offset, long length)
      throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment range = memory.allocateFrom(JAVA_LONG, source, offset, length, offset);
      syscall.call(CallNumber.IOCTL, target, FICLONERANGE, range.address());
    }
  }

  @Override
  public @Nullable DirectAlignment directAlignment(int fd) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment statx = memory.allocate(StatxLayout.BYTES, Long.BYTES);
      long empty = text(memory, BytePath.EMPTY).address();
      syscall.call(
          CallNumber.STATX, fd, empty, Open.AT_EMPTY_PATH, StatxLayout.DIOALIGN, statx.address());
      return StatxLayout.directAlignment(statx);
    }
  }

  @Override
  @SuppressWarnings("restricted") // the kernel's word for where the mapping is, and how long
  public MemorySegment mmap(long length, int protection, int flags, int fd, long offset)
      throws SyscallException {
    long address = syscall.call(CallNumber.MMAP, 0, length, protection, flags, fd, offset);
    return MemorySegment.ofAddress(address).reinterpret(length);
  }

  @Override
  public void munmap(MemorySegment mapping) throws SyscallException {
    syscall.call(CallNumber.MUNMAP, mapping.address(), mapping.byteSize());
  }

  @Override
  public int ioUringSetup(int entries, MemorySegment parameters) throws SyscallException {
    return (int) syscall.call(CallNumber.IO_URING_SETUP, entries, parameters.address());
  }

  @Override
  public int ioUringEnter(int ring, int submit, int atLeast, int flags, MemorySegment argument)
      throws SyscallException {
    long from = argument.address();
    long bytes = argument.byteSize();
    return (int) syscall.call(CallNumber.IO_URING_ENTER, ring, submit, atLeast, flags, from, bytes);
  }

  @Override
  public void ioUringRegister(int ring, int operation, MemorySegment argument, int count)
      throws SyscallException {
    syscall.call(CallNumber.IO_URING_REGISTER, ring, operation, argument.address(), count);
  }

  @Override
  public FileStatus statx(int directory, BytePath path, int flags) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment status = memory.allocate(StatxLayout.BYTES, Long.BYTES);
      syscall.call(
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
      syscall.call(CallNumber.FSTATFS, fd, statfs.address());
      return statfs.get(JAVA_LONG, 0);
    }
  }

  @Override
  public OptionalLong availableBytes(int fd) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment statfs = memory.allocate(STATFS_SIZE, Long.BYTES);
      syscall.call(CallNumber.FSTATFS, fd, statfs.address());
      // f_bsize, f_blocks and f_bavail of asm-generic/statfs.h; tmpfs without a size has 0 blocks
      return statfs.get(JAVA_LONG, 16) == 0
          ? OptionalLong.empty()
          : OptionalLong.of(statfs.get(JAVA_LONG, 8) * statfs.get(JAVA_LONG, 32));
    }
  }

  @Override
  public void fallocate(int fd, int mode, long offset, long length) throws SyscallException {
    syscall.call(CallNumber.FALLOCATE, fd, mode, offset, length);
  }

  @Override
  public void ftruncate(int fd, long length) throws SyscallException {
    syscall.call(CallNumber.FTRUNCATE, fd, length);
  }

  @Override
  public void fsync(int fd) throws SyscallException {
    syscall.call(CallNumber.FSYNC, fd);
  }

  @Override
  public void fdatasync(int fd) throws SyscallException {
    syscall.call(CallNumber.FDATASYNC, fd);
  }

  @Override
  public void flock(int fd, int operation) throws SyscallException {
    syscall.call(CallNumber.FLOCK, fd, operation);
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
      syscall.call(
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
      syscall.call(CallNumber.MKNODAT, directory, text(memory, path).address(), mode, device);
    }
  }

  @Override
  public void fchmodat(int directory, BytePath path, int mode) throws SyscallException {
    atPath(CallNumber.FCHMODAT, directory, path, mode);
  }

  private void atPath(CallNumber call, int directory, BytePath path, int argument)
      throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      syscall.call(call, directory, text(memory, path).address(), argument);
    }
  }

  @Override
  public void symlinkat(BytePath target, int directory, BytePath path) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      syscall.call(
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
          syscall.call(
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
    syscall.call(CallNumber.FCHMOD, fd, mode);
  }

  @Override
  public void fchown(int fd, int owner, int group) throws SyscallException {
    syscall.call(CallNumber.FCHOWN, fd, owner, group);
  }

  @Override
  public void fchownat(int directory, BytePath path, int owner, int group, int flags)
      throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      syscall.call(
          CallNumber.FCHOWNAT, directory, text(memory, path).address(), owner, group, flags);
    }
  }

  @Override
  public int geteuid() {
    try {
      return (int) syscall.call(CallNumber.GETEUID, 0);
    } catch (SyscallException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public List<BytePath> listxattr(BytePath path) throws SyscallException {
    return xattrs.list(CallNumber.LISTXATTR, path);
  }

  @Override
  public List<BytePath> llistxattr(BytePath path) throws SyscallException {
    return xattrs.list(CallNumber.LLISTXATTR, path);
  }

  @Override
  public List<BytePath> flistxattr(int fd) throws SyscallException {
    return xattrs.list(fd);
  }

  @Override
  public byte[] getxattr(BytePath path, BytePath name) throws SyscallException {
    return xattrs.get(CallNumber.GETXATTR, path, name);
  }

  @Override
  public byte[] lgetxattr(BytePath path, BytePath name) throws SyscallException {
    return xattrs.get(CallNumber.LGETXATTR, path, name);
  }

  @Override
  public byte[] fgetxattr(int fd, BytePath name) throws SyscallException {
    return xattrs.get(fd, name);
  }

  @Override
  public void setxattr(BytePath path, BytePath name, byte[] value) throws SyscallException {
    xattrs.set(CallNumber.SETXATTR, path, name, value);
  }

  @Override
  public void lsetxattr(BytePath path, BytePath name, byte[] value) throws SyscallException {
    xattrs.set(CallNumber.LSETXATTR, path, name, value);
  }

  @Override
  public void fsetxattr(int fd, BytePath name, byte[] value) throws SyscallException {
    xattrs.set(fd, name, value);
  }

  @Override
  public void removexattr(BytePath path, BytePath name) throws SyscallException {
    xattrs.remove(path, name);
  }

  @Override
  public void utimensat(
      int directory, BytePath path, Timestamp accessed, Timestamp modified, int flags)
      throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      syscall.call(
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
      syscall.call(CallNumber.UTIMENSAT, fd, 0, times(memory, accessed, modified).address(), 0);
    }
  }

  private static MemorySegment times(
      SegmentAllocator memory, Timestamp accessed, Timestamp modified) {
    return memory.allocateFrom(
        JAVA_LONG, accessed.seconds(), accessed.nanos(), modified.seconds(), modified.nanos());
  }

  @Override
  public long getdents64(int fd, MemorySegment buffer) throws SyscallException {
    return syscall.call(CallNumber.GETDENTS64, fd, buffer.address(), buffer.byteSize());
  }

  @Override
  public int umask(int mask) throws SyscallException {
    return (int) syscall.call(CallNumber.UMASK, mask);
  }

  @Override
  public long descriptorLimit() throws SyscallException {
    final int numberOfFiles = 7; // RLIMIT_NOFILE, asm-generic/resource.h
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment limit = memory.allocate(JAVA_LONG, 2);
      syscall.call(CallNumber.PRLIMIT64, 0, numberOfFiles, 0, limit.address());
      long soft = limit.get(JAVA_LONG, 0);
      return soft < 0 ? Long.MAX_VALUE : soft; // RLIM_INFINITY has all bits
    }
  }

  @Override
  public void fadvise64(int fd, long offset, long length, int advice) throws SyscallException {
    syscall.call(CallNumber.FADVISE64, fd, offset, length, advice);
  }

  @Override
  public long cachestat(int fd, long offset, long length) throws SyscallException {
    return pageCache.cachestat(fd, offset, length);
  }

  @Override
  public long residentPages(int fd, long length) throws SyscallException {
    return pageCache.residentPages(fd, length);
  }
}

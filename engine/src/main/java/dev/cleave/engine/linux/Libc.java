package dev.cleave.engine.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.FileStatus.Timestamp;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The system calls of this process, through libc's {@code syscall(2)}.
 *
 * <p>All of the Foreign Function and Memory API is in here. Blocking calls pin a virtual thread, so
 * platform threads make them.
 */
public final class Libc implements Syscalls {
  public static final Libc INSTANCE = new Libc();

  private static final int STATX_SIZE = 256;
  private static final int STATX_BASIC_STATS = 0x7ff; // linux/stat.h
  private static final int XATTR_SIZE_MAX = 65536; // linux/limits.h, as XATTR_LIST_MAX
  private static final int STATX_DIOALIGN = 0x2000;
  private static final int PATH_MAX = 4096; // linux/limits.h

  // linux/fs.h: _IOW(0x94, 9, int) and _IOW(0x94, 13, struct file_clone_range)
  private static final long FICLONE = 0x40049409L;
  private static final long FICLONERANGE = 0x4020940dL;

  /** Where the linker leaves errno: one segment a thread, freed with the thread. */
  private final ThreadLocal<MemorySegment> errnos =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(Linker.Option.captureStateLayout()));

  private final MethodHandle syscall;

  private Libc() {
    syscall = linkSyscall();
  }

  @SuppressWarnings("restricted") // the one place that links native code
  private static MethodHandle linkSyscall() {
    Linker linker = Linker.nativeLinker();
    FunctionDescriptor shape =
        FunctionDescriptor.of(
            JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("syscall"),
        shape,
        Linker.Option.firstVariadicArg(1),
        Linker.Option.captureCallState("errno"));
  }

  private long call(CallNumber call, long... arguments) throws SyscallException {
    long[] a = arguments.length == 6 ? arguments : Arrays.copyOf(arguments, 6);
    MemorySegment errno = errnos.get();
    long result;
    try {
      result =
          (long) syscall.invokeExact(errno, (long) call.number, a[0], a[1], a[2], a[3], a[4], a[5]);
    } catch (Throwable impossible) {
      throw new AssertionError(call.call, impossible);
    }
    if (result == -1) {
      throw new SyscallException(call.call, new Errno(errno.get(JAVA_INT, 0)));
    }
    return result;
  }

  private static MemorySegment text(Arena arena, BytePath path) {
    byte[] bytes = path.bytes();
    MemorySegment text = arena.allocate(bytes.length + 1L);
    MemorySegment.copy(bytes, 0, text, JAVA_BYTE, 0, bytes.length);
    return text;
  }

  @Override
  public int openat(int directory, BytePath path, int flags, int mode) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      return (int)
          call(
              CallNumber.OPENAT,
              directory,
              text(arena, path).address(),
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
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment offsets = arena.allocateFrom(JAVA_LONG, sourceOffset, targetOffset);
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
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment range = arena.allocateFrom(JAVA_LONG, source, offset, length, offset);
      call(CallNumber.IOCTL, target, FICLONERANGE, range.address());
    }
  }

  @Override
  public @Nullable DirectAlignment directAlignment(int fd) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment statx = arena.allocate(STATX_SIZE, Long.BYTES);
      long empty = arena.allocate(1).address();
      call(CallNumber.STATX, fd, empty, Open.AT_EMPTY_PATH, STATX_DIOALIGN, statx.address());
      return (statx.get(JAVA_INT, 0) & STATX_DIOALIGN) == 0
          ? null
          : new DirectAlignment(statx.get(JAVA_INT, 152), statx.get(JAVA_INT, 156));
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
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment status = arena.allocate(STATX_SIZE, Long.BYTES);
      call(
          CallNumber.STATX,
          directory,
          text(arena, path).address(),
          flags,
          STATX_BASIC_STATS,
          status.address());
      return status(status);
    }
  }

  /** Reads {@code struct statx} of linux/stat.h. */
  private static FileStatus status(MemorySegment statx) {
    return new FileStatus(
        Short.toUnsignedInt(statx.get(JAVA_SHORT, 28)),
        statx.get(JAVA_INT, 16),
        statx.get(JAVA_INT, 20),
        statx.get(JAVA_INT, 24),
        statx.get(JAVA_LONG, 32),
        statx.get(JAVA_LONG, 40),
        statx.get(JAVA_LONG, 48),
        statx.get(JAVA_INT, 136),
        statx.get(JAVA_INT, 140),
        timestamp(statx, 64),
        timestamp(statx, 112),
        timestamp(statx, 96));
  }

  private static Timestamp timestamp(MemorySegment statx, long offset) {
    return new Timestamp(statx.get(JAVA_LONG, offset), statx.get(JAVA_INT, offset + 8));
  }

  @Override
  public long fstatfs(int fd) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment statfs = arena.allocate(STATX_SIZE, Long.BYTES);
      call(CallNumber.FSTATFS, fd, statfs.address());
      return statfs.get(JAVA_LONG, 0);
    }
  }

  @Override
  public OptionalLong availableBytes(int fd) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment statfs = arena.allocate(STATX_SIZE, Long.BYTES);
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
    try (Arena arena = Arena.ofConfined()) {
      call(
          call,
          fromDirectory,
          text(arena, from).address(),
          toDirectory,
          text(arena, to).address(),
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
  public void fchmodat(int directory, BytePath path, int mode) throws SyscallException {
    atPath(CallNumber.FCHMODAT, directory, path, mode);
  }

  private void atPath(CallNumber call, int directory, BytePath path, int argument)
      throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      call(call, directory, text(arena, path).address(), argument);
    }
  }

  @Override
  public void symlinkat(BytePath target, int directory, BytePath path) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      call(
          CallNumber.SYMLINKAT,
          text(arena, target).address(),
          directory,
          text(arena, path).address());
    }
  }

  @Override
  public BytePath readlinkat(int directory, BytePath path) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment target = arena.allocate(PATH_MAX);
      long length =
          call(
              CallNumber.READLINKAT,
              directory,
              text(arena, path).address(),
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
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment names = arena.allocate(XATTR_SIZE_MAX);
      long bytes =
          call(CallNumber.LISTXATTR, text(arena, path).address(), names.address(), XATTR_SIZE_MAX);
      return split(names.asSlice(0, bytes).toArray(JAVA_BYTE));
    }
  }

  /** Names that end with a NUL each. */
  private static List<BytePath> split(byte[] names) {
    List<BytePath> found = new ArrayList<>();
    int start = 0;
    for (int end = 0; end < names.length; end++) {
      if (names[end] == 0) {
        found.add(BytePath.of(Arrays.copyOfRange(names, start, end)));
        start = end + 1;
      }
    }
    return found;
  }

  @Override
  public byte[] getxattr(BytePath path, BytePath name) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocate(XATTR_SIZE_MAX);
      long bytes =
          call(
              CallNumber.GETXATTR,
              text(arena, path).address(),
              text(arena, name).address(),
              value.address(),
              XATTR_SIZE_MAX);
      return value.asSlice(0, bytes).toArray(JAVA_BYTE);
    }
  }

  @Override
  public void fsetxattr(int fd, BytePath name, byte[] value) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, value);
      call(CallNumber.FSETXATTR, fd, text(arena, name).address(), bytes.address(), value.length, 0);
    }
  }

  @Override
  public void fremovexattr(int fd, BytePath name) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      call(CallNumber.FREMOVEXATTR, fd, text(arena, name).address());
    }
  }

  @Override
  public void utimensat(
      int directory, BytePath path, Timestamp accessed, Timestamp modified, int flags)
      throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      call(
          CallNumber.UTIMENSAT,
          directory,
          text(arena, path).address(),
          times(arena, accessed, modified).address(),
          flags);
    }
  }

  @Override
  public void futimens(int fd, Timestamp accessed, Timestamp modified) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      call(CallNumber.UTIMENSAT, fd, 0, times(arena, accessed, modified).address(), 0);
    }
  }

  private static MemorySegment times(Arena arena, Timestamp accessed, Timestamp modified) {
    return arena.allocateFrom(
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
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment range = arena.allocateFrom(JAVA_LONG, offset, length);
      MemorySegment counts = arena.allocate(JAVA_LONG, 5);
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

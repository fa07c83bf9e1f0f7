package dev.cleave.engine.linux;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ResourceUse;
import dev.cleave.engine.linux.FileStatus.Timestamp;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The system calls in use: one method per call, named after it, without retry and without policy.
 * Every method may be called by any thread and throws {@link SyscallException} if the call fails.
 *
 * <p>A seam: tests script short counts and errors behind it.
 */
public interface Syscalls {
  int openat(int directory, BytePath path, int flags, int mode) throws SyscallException;

  /**
   * As {@link #openat}, with rules for every component of the path (Linux 5.6).
   *
   * @param resolve {@code RESOLVE_} flags of {@link Open}
   */
  int openat2(int directory, BytePath path, int flags, long resolve) throws SyscallException;

  void close(int fd) throws SyscallException;

  /** Returns the bytes read, 0 at the end. */
  long read(int fd, MemorySegment buffer, long count) throws SyscallException;

  /** Returns the bytes written, possibly fewer than asked. */
  long write(int fd, MemorySegment buffer, long count) throws SyscallException;

  /** Returns the new offset; {@code whence} as in linux/fs.h. */
  long lseek(int fd, long offset, int whence) throws SyscallException;

  /** As {@link #read}, at an offset: the descriptor's own position is not used. */
  long pread64(int fd, MemorySegment buffer, long count, long offset) throws SyscallException;

  /** As {@link #write}, at an offset. */
  long pwrite64(int fd, MemorySegment buffer, long count, long offset) throws SyscallException;

  /** Returns the bytes copied: possibly fewer than asked, 0 at the end of the source. */
  long copyFileRange(int source, long sourceOffset, int target, long targetOffset, long count)
      throws SyscallException;

  /** ioctl FICLONE: the target shares all blocks of the source. */
  void ficlone(int target, int source) throws SyscallException;

  /** ioctl FICLONERANGE, with the same offset in both; a length of 0 is up to the end. */
  void ficloneRange(int target, int source, long offset, long length) throws SyscallException;

  /** What O_DIRECT needs on this file (Linux 6.1); null where the kernel doesn't say. */
  @Nullable DirectAlignment directAlignment(int fd) throws SyscallException;

  /** Maps a file into memory, shared. Nothing unmaps it but {@link #munmap}. */
  MemorySegment mmap(long length, int protection, int flags, int fd, long offset)
      throws SyscallException;

  void munmap(MemorySegment mapping) throws SyscallException;

  /** Returns the ring's descriptor; {@code parameters} is {@code struct io_uring_params}. */
  int ioUringSetup(int entries, MemorySegment parameters) throws SyscallException;

  /**
   * Returns the entries the kernel took; {@code argument} is NULL, or {@code struct
   * io_uring_getevents_arg} if the flags say so (Linux 5.11).
   */
  int ioUringEnter(int ring, int submit, int atLeast, int flags, MemorySegment argument)
      throws SyscallException;

  void ioUringRegister(int ring, int operation, MemorySegment argument, int count)
      throws SyscallException;

  /** With an empty path and {@link Open#AT_EMPTY_PATH}: of the descriptor itself. */
  FileStatus statx(int directory, BytePath path, int flags) throws SyscallException;

  /** The magic number of the file system, as in linux/magic.h. */
  long fstatfs(int fd) throws SyscallException;

  /** Bytes that a plain user may still write to the file system; empty if it has no limit. */
  OptionalLong availableBytes(int fd) throws SyscallException;

  void fallocate(int fd, int mode, long offset, long length) throws SyscallException;

  void ftruncate(int fd, long length) throws SyscallException;

  void fsync(int fd) throws SyscallException;

  void fdatasync(int fd) throws SyscallException;

  /** {@code operation} as in asm-generic/fcntl.h; the lock goes with the open file. */
  void flock(int fd, int operation) throws SyscallException;

  void linkat(int fromDirectory, BytePath from, int toDirectory, BytePath to, int flags)
      throws SyscallException;

  void renameat2(int fromDirectory, BytePath from, int toDirectory, BytePath to, int flags)
      throws SyscallException;

  void unlinkat(int directory, BytePath path, int flags) throws SyscallException;

  void mkdirat(int directory, BytePath path, int mode) throws SyscallException;

  /**
   * Makes a pipe, a socket, a device or an empty file.
   *
   * @param mode type and permissions, of which the umask takes some
   * @param device as {@link FileStatus#specialDevice}
   */
  void mknodat(int directory, BytePath path, int mode, long device) throws SyscallException;

  /** Fails unless this process may do that with what the path leads to; mode as in unistd.h. */
  void faccessat(int directory, BytePath path, int mode) throws SyscallException;

  void symlinkat(BytePath target, int directory, BytePath path) throws SyscallException;

  BytePath readlinkat(int directory, BytePath path) throws SyscallException;

  void fchmod(int fd, int mode) throws SyscallException;

  void fchown(int fd, int owner, int group) throws SyscallException;

  void fchownat(int directory, BytePath path, int owner, int group, int flags)
      throws SyscallException;

  /** The user that the calling thread acts for; can't fail. */
  int geteuid();

  /** The names of the extended attributes of what the path leads to. */
  List<BytePath> listxattr(BytePath path) throws SyscallException;

  /** As {@link #listxattr}, of a symbolic link itself. */
  List<BytePath> llistxattr(BytePath path) throws SyscallException;

  /** As {@link #listxattr}, of a descriptor that is open for reading or writing. */
  List<BytePath> flistxattr(int fd) throws SyscallException;

  byte[] getxattr(BytePath path, BytePath name) throws SyscallException;

  byte[] lgetxattr(BytePath path, BytePath name) throws SyscallException;

  byte[] fgetxattr(int fd, BytePath name) throws SyscallException;

  void setxattr(BytePath path, BytePath name, byte[] value) throws SyscallException;

  void lsetxattr(BytePath path, BytePath name, byte[] value) throws SyscallException;

  void fsetxattr(int fd, BytePath name, byte[] value) throws SyscallException;

  void removexattr(BytePath path, BytePath name) throws SyscallException;

  void fchmodat(int directory, BytePath path, int mode) throws SyscallException;

  void utimensat(int directory, BytePath path, Timestamp accessed, Timestamp modified, int flags)
      throws SyscallException;

  /** Of the descriptor itself. */
  void futimens(int fd, Timestamp accessed, Timestamp modified) throws SyscallException;

  /** Fills the buffer with {@code struct linux_dirent64}; returns its bytes, 0 at the end. */
  long getdents64(int fd, MemorySegment buffer) throws SyscallException;

  /** Sets the mask and returns the one before; can't fail. */
  int umask(int mask) throws SyscallException;

  /** How many descriptors this process may have open: RLIMIT_NOFILE. */
  long descriptorLimit() throws SyscallException;

  void fadvise64(int fd, long offset, long length, int advice) throws SyscallException;

  /** Pages of the range that are in the page cache (Linux 6.5). */
  long cachestat(int fd, long offset, long length) throws SyscallException;

  /** Pages of the file's first {@code length} bytes that are in core, by a mapping made for it. */
  long residentPages(int fd, long length) throws SyscallException;

  /** All that is dirty in the file system of the descriptor goes to its device. */
  void syncfs(int fd) throws SyscallException;

  /** Bytes of the file whose blocks belong to another file as well: ioctl FS_IOC_FIEMAP. */
  long sharedBytes(int fd) throws SyscallException;

  /** {@code who} as in linux/resource.h. */
  ResourceUse getrusage(int who) throws SyscallException;
}

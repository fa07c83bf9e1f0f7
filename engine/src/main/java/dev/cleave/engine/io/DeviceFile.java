package dev.cleave.engine.io;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.linux.DirectAlignment;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/**
 * A regular file whose blocks are read and written past the page cache (O_DIRECT) where its file
 * system can, else through it; {@link #how} says which, and why. Any thread may use it.
 */
public final class DeviceFile implements AutoCloseable {
  /** What offsets, lengths and addresses are multiples of, whatever the file system asks for. */
  public static final int UNIT_BYTES = (int) (4 * ByteSize.KIB);

  private static final int OWNER_ONLY = 0600;
  private static final int DONT_NEED = 4; // POSIX_FADV_DONTNEED, linux/fadvise.h

  private final Path path;
  private final Fd fd;
  private final boolean direct;
  private final String how;

  private DeviceFile(Path path, Fd fd, boolean direct, String how) {
    this.path = path;
    this.fd = fd;
    this.direct = direct;
    this.how = how;
  }

  /**
   * Makes a new file with its blocks reserved, where the file system can.
   *
   * @throws IOException if there is one of that name, or no room
   */
  public static DeviceFile create(Path path, long bytes) throws IOException {
    Syscalls calls = Libc.INSTANCE;
    int flags = Open.READ_WRITE | Open.CREATE | Open.EXCLUSIVE | Open.NO_FOLLOW;
    try (Fd made = Fd.open(calls, Open.AT_CWD, BytePath.of(path), flags, OWNER_ONLY)) {
      reserve(calls, made, bytes);
    } catch (SyscallException e) {
      throw failed("make", path, e);
    }
    return open(path);
  }

  private static void reserve(Syscalls calls, Fd file, long bytes) throws SyscallException {
    try {
      calls.fallocate(file.number(), 0, 0, bytes);
    } catch (SyscallException e) {
      if (!e.is(Errno.EOPNOTSUPP, Errno.ENOSYS)) {
        throw e;
      }
      calls.ftruncate(file.number(), bytes);
    }
  }

  /** Opens an existing file for reading and writing. */
  public static DeviceFile open(Path path) throws IOException {
    Syscalls calls = Libc.INSTANCE;
    BytePath name = BytePath.of(path);
    int flags = Open.READ_WRITE | Open.NO_FOLLOW;
    try {
      Fd buffered = Fd.open(calls, Open.AT_CWD, name, flags, 0);
      try {
        if (!buffered.status().isRegular()) {
          throw new IOException(path + " is a " + buffered.status().type() + ", not a file");
        }
        String refusal = refusal(calls, buffered);
        if (!refusal.isEmpty()) {
          return new DeviceFile(path, buffered, false, "through the page cache: " + refusal);
        }
        Fd direct =
            Fd.open(
                calls,
                Open.AT_CWD,
                buffered.procPath(),
                (flags & ~Open.NO_FOLLOW) | Open.DIRECT,
                0);
        buffered.close();
        return new DeviceFile(path, direct, true, "O_DIRECT");
      } catch (SyscallException e) {
        if (e.is(Errno.EINVAL, Errno.EOPNOTSUPP)) {
          String reason = String.valueOf(e.getMessage());
          return new DeviceFile(path, buffered, false, "through the page cache: " + reason);
        }
        buffered.close();
        throw e;
      }
    } catch (SyscallException e) {
      throw failed("open", path, e);
    }
  }

  /** Why O_DIRECT can't be; where the kernel doesn't say (before Linux 6.1, FUSE), it is tried. */
  private static String refusal(Syscalls calls, Fd file) throws SyscallException {
    DirectAlignment alignment = calls.directAlignment(file.number());
    if (alignment == null) {
      return "";
    }
    if (!alignment.isPossible()) {
      return "its file system has no O_DIRECT";
    }
    boolean fits =
        UNIT_BYTES % alignment.memoryBytes() == 0 && UNIT_BYTES % alignment.offsetBytes() == 0;
    return fits ? "" : "O_DIRECT needs an alignment above 4KiB there";
  }

  public Path path() {
    return path;
  }

  /** Whether the page cache is passed by. */
  public boolean isDirect() {
    return direct;
  }

  /** {@code O_DIRECT}, or {@code through the page cache} and why. */
  public String how() {
    return how;
  }

  /** Reads exactly the buffer, or throws. */
  public void read(MemorySegment buffer, long offset) throws IOException {
    move(false, buffer, offset);
  }

  /** Writes exactly the buffer, or throws. */
  public void write(MemorySegment buffer, long offset) throws IOException {
    move(true, buffer, offset);
  }

  private void move(boolean write, MemorySegment buffer, long offset) throws IOException {
    long length = buffer.byteSize();
    try {
      for (long done = 0; done < length; ) {
        MemorySegment rest = done == 0 ? buffer : buffer.asSlice(done);
        long moved = moveOnce(write, rest, offset + done);
        if (moved == 0) {
          throw new RequestException(path, write, offset, "ended after " + done + " bytes");
        }
        done += moved;
      }
    } catch (SyscallException e) {
      throw new RequestException(path, write, offset, e);
    }
  }

  private long moveOnce(boolean write, MemorySegment rest, long at) throws SyscallException {
    while (true) {
      try {
        return write
            ? fd.syscalls().pwrite64(fd.number(), rest, rest.byteSize(), at)
            : fd.syscalls().pread64(fd.number(), rest, rest.byteSize(), at);
      } catch (SyscallException e) {
        if (!e.is(Errno.EINTR)) {
          throw e;
        }
      }
    }
  }

  /** All that was written is on the device: fdatasync(2). */
  public void sync() throws IOException {
    try {
      fd.syscalls().fdatasync(fd.number());
    } catch (SyscallException e) {
      throw failed("sync", path, e);
    }
  }

  /** Syncs, and asks the kernel to drop what it has cached of the file. */
  public void dropCache() throws IOException {
    sync();
    try {
      fd.syscalls().fadvise64(fd.number(), 0, 0, DONT_NEED);
    } catch (SyscallException e) {
      throw failed("drop the cache of", path, e);
    }
  }

  int descriptor() {
    return fd.number();
  }

  Syscalls syscalls() {
    return fd.syscalls();
  }

  private static IOException failed(String what, Path path, SyscallException e) {
    return new IOException("cannot " + what + " '" + path + "': " + e.errno().text(), e);
  }

  @Override
  public void close() throws IOException {
    try {
      fd.close();
    } catch (SyscallException e) {
      throw failed("close", path, e);
    }
  }
}

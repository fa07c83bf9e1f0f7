package dev.cleave.engine.linux;

import dev.cleave.engine.BytePath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** An open file descriptor; whoever opens it closes it. */
public final class Fd implements AutoCloseable {
  private final Syscalls syscalls;
  private final int number;
  private boolean closed;

  public Fd(Syscalls syscalls, int number) {
    this.syscalls = syscalls;
    this.number = number;
  }

  public static Fd open(Syscalls syscalls, int directory, BytePath path, int flags, int mode)
      throws SyscallException {
    return new Fd(syscalls, syscalls.openat(directory, path, flags, mode));
  }

  public int number() {
    return number;
  }

  public Syscalls syscalls() {
    return syscalls;
  }

  public FileStatus status() throws SyscallException {
    return syscalls.statx(number, BytePath.EMPTY, Open.AT_EMPTY_PATH);
  }

  /** The name under which the kernel shows this open file, whatever its own name is. */
  public BytePath procPath() {
    return BytePath.of("/proc/self/fd/" + number);
  }

  /** Opens the same file once more as a channel of its own. */
  public FileChannel openChannel(OpenOption... options) throws IOException {
    return FileChannel.open(Path.of("/proc/self/fd/" + number), options);
  }

  /** An error of close(2) matters: NFS and quotas report lost writes there. */
  @Override
  public synchronized void close() throws SyscallException {
    if (!closed) {
      closed = true;
      syscalls.close(number);
    }
  }
}

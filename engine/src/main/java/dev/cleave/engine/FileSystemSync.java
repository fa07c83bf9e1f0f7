package dev.cleave.engine;

import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import java.io.IOException;

/** Brings all that was written to a file system to its device, whoever wrote it. */
public final class FileSystemSync {
  private FileSystemSync() {}

  /** Waits until nothing is dirty in the file system in which the path lies: syncfs(2). */
  public static void of(BytePath path) throws IOException {
    try (Fd fd = Fd.open(Libc.INSTANCE, Open.AT_CWD, path, Open.READ_ONLY, 0)) {
      Libc.INSTANCE.syncfs(fd.number());
    }
  }
}

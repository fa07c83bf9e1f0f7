package dev.cleave.engine;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.tree.SourceScan;
import dev.cleave.engine.tree.TreeCopy;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Copies files and trees.
 *
 * <p>A file is copied by recursive binary split: halved, and halved again, down to the plan's split
 * depth, the leaves copied in parallel by a fixed number of platform threads through the plan's
 * backend.
 */
public final class CopyEngine {
  private CopyEngine() {}

  /**
   * Lets the JVM link the system calls in a thread of its own, which takes 50 ms, while the caller
   * finds out what it wants to copy.
   */
  public static void prepare() {
    Thread.ofPlatform().daemon().name("cleave-linking").start(Libc.INSTANCE::link);
  }

  /**
   * Copies what the request asks for. Paths that can't be copied are in the outcome's errors; the
   * rest is copied all the same.
   *
   * @throws IOException if the copy as a whole can't go on
   * @throws java.util.concurrent.CancellationException if the request was cancelled; nothing
   *     half-written is left
   */
  public static CopyOutcome copy(CopyRequest request) throws IOException {
    return TreeCopy.copy(request, Libc.INSTANCE);
  }

  /**
   * Does all that {@link #copy} does but for what changes anything: walks the sources, asks the
   * same rules, looks whether files can be read and directories written to. The listener hears of
   * {@link CopyListener#intended intents} besides what it hears of a copy. An existing target may
   * be opened for writing, and is closed as it was.
   *
   * @throws IOException as {@link #copy}
   * @throws java.util.concurrent.CancellationException if the request was cancelled
   */
  public static RehearsalOutcome rehearse(CopyRequest request) throws IOException {
    return TreeCopy.rehearse(request, Libc.INSTANCE);
  }

  /**
   * Counts what the items have, in this thread, until it is done or stopped; a copy may go on
   * meanwhile.
   */
  public static void count(
      Iterable<CopyItem> items, CopyOptions options, SourceTotals totals, Cancellation stop) {
    SourceScan.run(items, options, Libc.INSTANCE, totals, stop);
  }

  /**
   * Why nothing can be copied into the path, as {@code strerror(3)} says it; null if it is a
   * directory, or a symbolic link to one.
   */
  public static @Nullable String whyNoDirectory(BytePath path) {
    try {
      boolean directory = Libc.INSTANCE.statx(Open.AT_CWD, path, 0).isDirectory();
      return directory ? null : Errno.ENOTDIR.text();
    } catch (SyscallException e) {
      return e.errno().text();
    }
  }
}

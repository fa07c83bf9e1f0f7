package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A directory of the source and the one its entries go to, both open, for as long as anybody needs
 * them: the walk that reads the one, and each entry that is still to be copied. Whoever is the last
 * finishes the target and closes both.
 */
final class DirectoryPair {
  /** What is left to be done when all entries are there. */
  @FunctionalInterface
  interface Finish {
    Finish NOTHING = () -> {};

    void run() throws IOException;
  }

  /**
   * One of the two.
   *
   * @param shown its name as the user would write it
   */
  record Side(Fd fd, BytePath shown) {}

  private final @Nullable DirectoryPair above;
  private final Side source;
  private final Side target;
  private final FileStatus sourceStatus;
  private final boolean fresh;
  private final Finish finish;
  private final AtomicInteger users = new AtomicInteger(1);

  /**
   * Takes the descriptors over; its maker is the first user.
   *
   * @param above the one it was found in; null of what the user named
   * @param fresh whether the target was made by this copy, so that every name in it is free
   */
  DirectoryPair(
      @Nullable DirectoryPair above,
      Side source,
      Side target,
      FileStatus sourceStatus,
      boolean fresh,
      Finish finish) {
    this.above = above;
    this.source = source;
    this.target = target;
    this.sourceStatus = sourceStatus;
    this.fresh = fresh;
    this.finish = finish;
  }

  Side source() {
    return source;
  }

  Side target() {
    return target;
  }

  /** Whether the directory is this one or one on the way to it. */
  boolean isWithin(FileStatus directory) {
    for (DirectoryPair pair = this; pair != null; pair = pair.above) {
      if (pair.sourceStatus.isSameFileAs(directory)) {
        return true;
      }
    }
    return false;
  }

  /** The pair that the user named, on whose way this one lies. */
  DirectoryPair top() {
    DirectoryPair pair = this;
    while (pair.above != null) {
      pair = pair.above;
    }
    return pair;
  }

  boolean isOnAnotherFileSystem() {
    return above != null && !above.sourceStatus.isOnSameDeviceAs(sourceStatus);
  }

  /** An entry that is found in it; a user until it is released. */
  Entry entry(long sequence, DirectoryEntries.Name found) {
    retain();
    BytePath name = found.name();
    return new Entry(
        sequence,
        this,
        new SourceName(source.fd(), name, source.shown().resolve(name)),
        new TargetName(target.fd(), name, target.shown().resolve(name), fresh),
        found.kind(),
        false);
  }

  void retain() {
    users.incrementAndGet();
  }

  /** One user less. Reports what goes wrong in finishing. */
  void release(Results results) {
    if (users.decrementAndGet() > 0) {
      return;
    }
    Fd from = source.fd();
    Fd to = target.fd();
    try (from;
        to) {
      finish.run();
    } catch (IOException e) {
      EntryReport report = new EntryReport();
      report.failed(CopyFailure.of(target.shown(), e).toError());
      results.add(report);
    }
  }
}

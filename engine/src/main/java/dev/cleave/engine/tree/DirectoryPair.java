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
  /**
   * The directory that is read.
   *
   * @param shown its name as the user would write it
   */
  record Source(Fd fd, FileStatus status, BytePath shown) {}

  private final @Nullable DirectoryPair above;
  private final Source source;
  private final TargetDirectory target;
  private final BytePath targetShown;
  private final Runnable finish;
  private final AtomicInteger users = new AtomicInteger(1);

  /**
   * Takes the descriptors over; its maker is the first user.
   *
   * @param above the one it was found in; null of what the user named
   * @param finish what is left to be done when all entries are there
   * @param targetShown the target's name as the user would write it
   */
  DirectoryPair(
      @Nullable DirectoryPair above,
      Source source,
      TargetDirectory target,
      BytePath targetShown,
      Runnable finish) {
    this.above = above;
    this.source = source;
    this.target = target;
    this.targetShown = targetShown;
    this.finish = finish;
  }

  Source source() {
    return source;
  }

  TargetDirectory target() {
    return target;
  }

  BytePath targetShown() {
    return targetShown;
  }

  /** Whether the directory is this one or one on the way to it. */
  boolean isWithin(FileStatus directory) {
    for (DirectoryPair pair = this; pair != null; pair = pair.above) {
      if (pair.source.status().isSameFileAs(directory)) {
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
    return above != null && !above.source.status().isOnSameDeviceAs(source.status());
  }

  /** An entry that is found in it; a user until it is released. */
  Entry entry(long sequence, DirectoryEntries.Name found) {
    retain();
    BytePath name = found.name();
    return new Entry(
        sequence,
        this,
        new SourceName(source.fd(), name, source.shown().resolve(name)),
        new TargetName(target, name, targetShown.resolve(name)),
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
      report.failed(CopyFailure.of(targetShown, e).toError());
      results.add(report);
    }
  }
}

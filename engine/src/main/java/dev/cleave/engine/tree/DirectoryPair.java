package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
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
    Finish NOTHING = finished -> {};

    void run(DirectoryPair finished);
  }

  /**
   * The directory that is read.
   *
   * @param name its name as the user would write it
   */
  record Source(Fd fd, FileStatus status, ShownName name) {
    BytePath shown() {
      return name.path();
    }
  }

  private final @Nullable DirectoryPair above;
  private final Source source;
  private final TargetDirectory target;
  private final ShownName targetName;
  private final Finish finish;
  private @Nullable DevicePlans plans; // set before any entry is handed to another thread
  private final AtomicInteger users = new AtomicInteger(1);

  /**
   * Takes the descriptors over; its maker is the first user.
   *
   * @param above the one it was found in; null of what the user named
   * @param targetName the target's name as the user would write it
   */
  DirectoryPair(
      @Nullable DirectoryPair above,
      Source source,
      TargetDirectory target,
      ShownName targetName,
      Finish finish) {
    this.above = above;
    this.source = source;
    this.target = target;
    this.targetName = targetName;
    this.finish = finish;
  }

  /** What the user named has none. */
  @Nullable DirectoryPair above() {
    return above;
  }

  /** The plans of its files; null if they are those of the named paths. */
  @Nullable DevicePlans plans() {
    return plans;
  }

  void goBy(@Nullable DevicePlans ofItsDevices) {
    plans = ofItsDevices;
  }

  boolean isOnSameDevicesAs(DirectoryPair other) {
    return source.status().isOnSameDeviceAs(other.source.status())
        && target.before().isOnSameDeviceAs(other.target.before());
  }

  Source source() {
    return source;
  }

  TargetDirectory target() {
    return target;
  }

  ShownName targetName() {
    return targetName;
  }

  BytePath targetShown() {
    return targetName.path();
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

  /**
   * Whether the directory was made on the way to this one: what the walk would never get out of.
   */
  boolean hasMade(FileStatus directory) {
    for (DirectoryPair pair = this; pair != null; pair = pair.above) {
      if (pair.target.isNew() && pair.target.before().isSameFileAs(directory)) {
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
        new TargetName(target, name, targetShown().resolve(name)),
        found.kind(),
        false);
  }

  void retain() {
    users.incrementAndGet();
  }

  /** Whether it has one user: the walk, if the walk asks, since nobody else makes others. */
  boolean hasOneUser() {
    return users.get() == 1;
  }

  /** Closes both without finishing anything: {@link #reopened} goes on. For its one user. */
  void park() throws SyscallException {
    source.name().forget();
    targetName.forget();
    close();
  }

  /** The parked pair once more, its one user the same. */
  DirectoryPair reopened(Fd from, Fd to) {
    DirectoryPair pair =
        new DirectoryPair(
            above,
            new Source(from, source.status(), source.name()),
            new TargetDirectory(to, target.before(), target.isNew()),
            targetName,
            finish);
    pair.goBy(plans);
    return pair;
  }

  /** One user less. Reports what goes wrong in finishing. */
  void release(CopySession session) {
    if (users.decrementAndGet() > 0) {
      return;
    }
    finish.run(this);
    try {
      close();
    } catch (SyscallException e) {
      session.results().failed(CopyFailure.of(targetShown(), e));
    }
    session.openDirectories().closed();
  }

  private void close() throws SyscallException {
    Fd from = source.fd();
    Fd to = target.fd();
    try (from;
        to) {
      // both, whatever becomes of the other
    }
  }
}

package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.options.NameFilter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a copy that changes nothing has to remember in the place of what it would have made. Used by
 * the walk's thread, which is the only one.
 *
 * <p>For a directory that would be made stands the one it would be a copy of: an open directory in
 * which every name counts as free, and with a way back up as {@link Level} needs it.
 *
 * <p>Limits: what goes wrong with data, attributes, or links to files of others is not known
 * before; where two directories that the user named would be merged into a new one, what both have
 * is told as new twice.
 */
final class Rehearsal {
  private static final int MAY_ENTER_AND_WRITE = 2 | 1; // W_OK | X_OK of unistd.h

  private final RoomTally room;

  /** The directories of {@code --parents} that would be made, and what each stands for. */
  private final Map<BytePath, BytePath> parents = new HashMap<>();

  /** Where the first new directory of each item would be found, had it been made. */
  private final Set<Place> made = new HashSet<>();

  private boolean hasMadeOne;

  private record Place(FileId directory, BytePath entry) {}

  Rehearsal(RoomTally room) {
    this.room = room;
  }

  RoomTally room() {
    return room;
  }

  /**
   * Fails if nothing can be made under that name.
   *
   * @throws SyscallException as making it would
   */
  static void requireWritable(TargetName target) throws SyscallException {
    if (!target.parent().isNew()) {
      Fd directory = target.directory();
      directory
          .syscalls()
          .faccessat(directory.number(), BytePath.WORKING_DIRECTORY, MAY_ENTER_AND_WRITE);
    }
  }

  /** As if the directory was made, which {@code --parents} asks for. */
  void makeParent(CopyItem item, Syscalls syscalls) throws SyscallException {
    BytePath above = item.target().parent();
    if (!parents.containsKey(above)) {
      syscalls.faccessat(Open.AT_CWD, above, MAY_ENTER_AND_WRITE);
      try (Fd fd = Fd.open(syscalls, Open.AT_CWD, above, Open.PATH | Open.DIRECTORY, 0)) {
        room.enter(new TargetDirectory(fd, fd.status(), false), above);
      }
    }
    parents.put(item.target(), item.source());
  }

  /** What stands for a directory that {@code --parents} would have made; null of any other. */
  @Nullable BytePath madeParent(BytePath target) {
    return parents.get(target);
  }

  /** As if the directory was made that the entry is to be copied to. */
  void makeDirectory(Entry entry) throws SyscallException {
    TargetName target = entry.target();
    requireWritable(target);
    room.enter(target);
    hasMadeOne &= !entry.named();
    if (!hasMadeOne && !target.parent().isNew()) {
      made.add(new Place(FileId.of(target.parent().before()), target.entry()));
    }
    hasMadeOne = true;
  }

  /** Stands for a directory that would be made by copying that one, which is open. */
  static TargetDirectory standIn(Fd source) throws SyscallException {
    return new TargetDirectory(source, source.status(), true);
  }

  /** Whether the walk, in that directory, would now meet what it has made itself. */
  boolean wouldMeetItself(DirectoryPair pair, NameFilter filter) {
    if (made.isEmpty()) {
      return false;
    }
    FileId directory = FileId.of(pair.source().status());
    for (Place place : made) {
      if (place.directory.equals(directory) && !isExcluded(pair, place.entry, filter)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isExcluded(DirectoryPair pair, BytePath entry, NameFilter filter) {
    return filter.excludes(pair.source().name().belowNamed().resolve(entry), true);
  }
}

package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.FileStatus;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The directories that the user named, which are copied once, as cp has it: a second copy would
 * overwrite the backups that the first has made. Used by the walk's thread alone.
 */
final class NamedDirectories {
  /** Where one was copied to. */
  private record Copied(TargetPlace place, BytePath shown) {}

  private final Map<FileId, Copied> places = new HashMap<>();

  /**
   * Whether the directory was copied to the same place before: a warning says so.
   *
   * @param follows whether it may have been reached through a link, which may lead there again
   * @throws CopyFailure if it was copied to another place
   */
  boolean isRepeated(Entry entry, FileStatus source, boolean follows, EntryReport report)
      throws CopyFailure {
    TargetName target = entry.target();
    Copied here = new Copied(TargetPlace.of(target), target.shown());
    FileId file = FileId.of(source);
    @Nullable Copied earlier = entry.named() ? places.putIfAbsent(file, here) : places.get(file);
    if (earlier == null) {
      return false;
    }
    if (earlier.place().equals(here.place())) {
      String shown = entry.source().shown().quoted();
      report.warn("warning: source directory " + shown + " specified more than once");
      return true;
    }
    if (follows) {
      return false;
    }
    throw CopyFailure.refused(
        entry.source().shown(),
        "will not create hard link "
            + here.shown().quoted()
            + " to directory "
            + earlier.shown().quoted());
  }
}

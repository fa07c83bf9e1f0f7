package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.FileStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has become of what the user named, where one could destroy another's copy: {@code a/x} and
 * {@code b/x} both go to {@code c/x}. The walk lets no second entry to a name before the first is
 * done; the workers ask.
 */
final class NamedCopies {
  /** What was copied to one name, or tried to be. */
  private static final class Copies {
    private final List<Source> sources = new ArrayList<>(1);
    private boolean created;
    private @Nullable FileStatus planned;
  }

  private record Source(BytePath path, FileId file) {}

  private final Map<TargetPlace, Copies> copies = new HashMap<>();
  private final boolean isNeeded;

  /**
   * @param named how many things the user named: one can't get in its own way
   */
  NamedCopies(int named) {
    this.isNeeded = named > 1;
  }

  /** The walk meets the entry; returns whether an earlier one goes to the same name. */
  synchronized boolean meet(Entry entry) {
    return isNeeded && copies.putIfAbsent(TargetPlace.of(entry.target()), new Copies()) != null;
  }

  /** Whether the very name was copied before, or tried to be; remembers it. */
  synchronized boolean isRepeated(Entry entry, FileStatus status) throws CopyFailure {
    Copies earlier = of(entry);
    if (earlier == null) {
      return false;
    }
    for (Source source : earlier.sources) {
      if (source.file.equals(FileId.of(status)) && isSameName(source.path, entry.source())) {
        return true;
      }
    }
    earlier.sources.add(new Source(entry.source().entry(), FileId.of(status)));
    return false;
  }

  private static boolean isSameName(BytePath one, SourceName other) throws CopyFailure {
    SourceName first = new SourceName(other.directory(), one, one);
    return one.equals(other.entry())
        || (one.fileName().equals(other.entry().fileName())
            && first.directoryStatus().isSameFileAs(other.directoryStatus()));
  }

  /** What the entry's target has is a copy. */
  synchronized void created(Entry entry) {
    Copies made = of(entry);
    if (made != null) {
      made.created = true;
    }
  }

  /** The same of a copy that is only said to be made: for its target stands its source. */
  synchronized void planned(Entry entry, FileStatus source) {
    created(entry);
    Copies made = of(entry);
    if (made != null) {
      made.planned = source;
    }
  }

  /** What stands for the entry's target, which would have been made by now; null if nothing. */
  synchronized @Nullable FileStatus planned(Entry entry) {
    Copies made = of(entry);
    return made == null ? null : made.planned;
  }

  /** Whether what the entry's target has is the copy of an earlier one. */
  synchronized boolean isJustCreated(Entry entry) {
    Copies earlier = of(entry);
    return earlier != null && earlier.created;
  }

  private @Nullable Copies of(Entry entry) {
    return isNeeded && entry.named() ? copies.get(TargetPlace.of(entry.target())) : null;
  }
}

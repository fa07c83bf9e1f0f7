package dev.cleave.engine.tree;

import dev.cleave.engine.CopyItem;

/**
 * One name that the walk has met.
 *
 * @param sequence its place in the order of the walk, without gaps
 * @param parent stays open until the entry has been copied
 * @param kind as the directory says it; the file may have been swapped since
 * @param named whether the user named it, rather than the walk having found it
 */
record Entry(
    long sequence,
    DirectoryPair parent,
    SourceName source,
    TargetName target,
    EntryKind kind,
    boolean named) {
  CopyItem item() {
    return new CopyItem(source.shown(), target.shown());
  }

  /** The same to another name of the same directory. */
  Entry withTarget(TargetName other) {
    return new Entry(sequence, parent, source, other, kind, named);
  }
}

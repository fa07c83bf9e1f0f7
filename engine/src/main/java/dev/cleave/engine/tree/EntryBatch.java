package dev.cleave.engine.tree;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Entries of one directory that are handed over at once. Several workers may take from it. */
final class EntryBatch {
  private final List<Entry> entries;
  private final AtomicInteger next = new AtomicInteger();

  EntryBatch(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** The next entry; null if all are taken. */
  @Nullable Entry take() {
    int index = next.getAndIncrement();
    return index < entries.size() ? entries.get(index) : null;
  }

  boolean isTaken() {
    return next.get() >= entries.size();
  }

  int size() {
    return entries.size();
  }

  /** The directory of all of them. */
  DirectoryPair parent() {
    return entries.getFirst().parent();
  }
}

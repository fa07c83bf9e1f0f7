package dev.cleave.engine.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Entries of one directory that the walk has met and hands over together. */
final class GrowingBatch {
  private static final int MOST_ENTRIES = 64;

  private final CopySession session;
  private final FileWorkers workers;
  private final List<Entry> entries = new ArrayList<>();

  GrowingBatch(CopySession session, FileWorkers workers) {
    this.session = session;
    this.workers = workers;
  }

  void add(Entry entry) throws IOException {
    if (!entries.isEmpty() && !entries.getFirst().parent().equals(entry.parent())) {
      flush();
    }
    entries.add(entry);
    if (entries.size() == MOST_ENTRIES) {
      flush();
    }
  }

  /** Hands over what there is; waits while too much waits already. */
  void flush() throws IOException {
    if (!entries.isEmpty()) {
      EntryBatch full = new EntryBatch(entries);
      entries.clear();
      session.results().awaitRoom();
      session.relief().handedOver(full.size());
      workers.submit(full);
    }
  }
}

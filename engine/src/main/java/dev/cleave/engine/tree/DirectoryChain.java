package dev.cleave.engine.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directories on the way from what the user named to where the walk is, of which the nearest
 * ones are open: a tree may be deeper than a process may have descriptors. Used by the walk alone.
 */
final class DirectoryChain {
  private final CopySession session;

  /** All, the nearest first. */
  private final Deque<Level> levels = new ArrayDeque<>();

  /** Those that are not parked, the farthest first; the nearest is always one of them. */
  private final List<Level> open = new ArrayList<>();

  DirectoryChain(CopySession session) {
    this.session = session;
  }

  /** Where the walk is; null if it is at the end of what the user named. */
  @Nullable Level nearest() {
    return levels.peek();
  }

  void enter(Level level) {
    levels.push(level);
    open.add(level);
  }

  /** Makes sure that another directory can be opened, as far as that is up to the walk. */
  void makeRoom() {
    boolean mayHelp = true;
    while (mayHelp && session.openDirectories().isFull()) {
      mayHelp = parkFarthest() || session.relief().awaitEntry();
    }
  }

  private boolean parkFarthest() {
    for (int index = 0; index < open.size() - 1; index++) {
      if (open.get(index).park(open.get(index + 1))) {
        open.remove(index);
        session.openDirectories().closed();
        return true;
      }
    }
    return false;
  }

  /** The nearest level is done: back to the one above. Reports a way back that is none any more. */
  void leave() {
    Level done = levels.pop();
    open.removeLast();
    @Nullable Level above = levels.peek();
    if (above != null) {
      returnTo(above, done.pair());
    }
    done.pair().release(session);
  }

  private void returnTo(Level above, DirectoryPair below) {
    boolean parked = above.isParked();
    try {
      above.returnFrom(below, session.relief());
      if (parked) {
        session.openDirectories().opened();
        open.add(above);
      }
    } catch (CopyFailure e) {
      session.results().failed(e);
      levels.pop();
      giveUpParked();
    }
  }

  /** The way back to them would have led through one that is lost. */
  private void giveUpParked() {
    for (Level lost = levels.peek(); lost != null && lost.isParked(); lost = levels.peek()) {
      session.results().failed(lost.lost());
      levels.pop();
    }
  }

  /** Lets go of everything, whatever has been copied of it. */
  void abandon() {
    open.forEach(level -> level.pair().release(session));
    open.clear();
    levels.clear();
  }
}

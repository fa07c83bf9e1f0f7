package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.SyscallException;
import java.util.EnumMap;
import java.util.Map;

/**
 * What metadata could not be preserved. Where one file can't have it thousands can't: the first of
 * a kind is told at once, in cp's words, and in the end how many more there were. Threads share it.
 */
final class PreserveFailures {
  enum Kind {
    OWNERSHIP("ownership"),
    ATTRIBUTES("extended attributes"),
    PERMISSIONS("permissions"),
    TIMES("times");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  private final Results results;
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

  PreserveFailures(Results results) {
    this.results = results;
  }

  /**
   * Takes down one.
   *
   * @param doing as cp says it, with the quoted path
   * @param isError whether the copy counts as failed for it
   */
  synchronized void report(
      Kind kind, BytePath path, String doing, SyscallException cause, boolean isError) {
    if (counts.merge(kind, 1L, Long::sum) > 1) {
      return;
    }
    CopyFailure first = CopyFailure.of(path, doing, cause);
    if (isError) {
      results.failed(first);
    } else {
      results.warned(first.toError().message());
    }
  }

  /** Tells how many there were beyond those that were told. */
  synchronized void tellCounts() {
    counts.forEach(
        (kind, count) -> {
          if (count > 1) {
            String times = count == 2 ? "once" : count - 1 + " times";
            results.warned("failed to preserve " + kind.label + " " + times + " more");
          }
        });
  }
}

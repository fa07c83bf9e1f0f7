package dev.cleave.tuner.contender;

import dev.cleave.engine.CopyPlan;
import org.jspecify.annotations.Nullable;

/**
 * One of those that copy the same file.
 *
 * @param name unique in a run, as {@code cleave profile} or {@code cp --reflink=never}
 * @param plan of the engine; null for a peer
 * @param version as the program itself says
 * @param commandLine what was run, with SRC and DST for the two files
 */
public record Contender(String name, @Nullable CopyPlan plan, String version, String commandLine) {
  public Contender {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a contender without a name");
    }
  }

  public boolean isEngine() {
    return plan != null;
  }
}

package dev.cleave.engine.backend;

import org.jspecify.annotations.Nullable;

/**
 * Whether something can be done here.
 *
 * @param reason why not; null if it can. Without the names of files, for it is kept once for all
 *     files that it is true of
 */
public record Support(@Nullable String reason) {
  private static final Support YES = new Support(null);

  public static Support yes() {
    return YES;
  }

  public static Support no(String reason) {
    return new Support(reason);
  }

  public boolean isSupported() {
    return reason == null;
  }
}

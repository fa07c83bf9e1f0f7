package dev.cleave.bench.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A private directory that can't be removed from the device. */
public final class LeftBehindException extends IOException {
  private static final long serialVersionUID = 1;

  private final String path;

  LeftBehindException(Path path, IOException cause) {
    super("could not remove '" + path + "': " + cause.getMessage(), cause);
    this.path = path.toString();
  }

  /** The directories that a failure left behind; mostly none. */
  public static List<String> of(Throwable failure) {
    List<String> paths = new ArrayList<>();
    for (Throwable suppressed : failure.getSuppressed()) {
      if (suppressed instanceof LeftBehindException left) {
        paths.add(left.path);
      }
    }
    return paths;
  }
}

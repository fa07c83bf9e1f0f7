package dev.cleave.tuner.profile;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A profile that can't be used; the message names the file and says what is wrong with it. */
public final class BadProfileException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Path file;
  private final String what;

  BadProfileException(Path file, String what, @Nullable Throwable cause) {
    super(file + ": " + what, cause);
    this.file = file;
    this.what = what;
  }

  public Path file() {
    return file;
  }

  /** The message without the file. */
  public String what() {
    return what;
  }
}

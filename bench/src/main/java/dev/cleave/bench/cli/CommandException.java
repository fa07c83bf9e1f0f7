package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that can't go on; the message is the line that the user sees. */
final class CommandException extends Exception {
  private static final long serialVersionUID = 1;

  private final int exitCode;
  private final transient List<String> details;
  private final transient @Nullable BytePath path;

  private CommandException(
      String message, int exitCode, List<String> details, @Nullable BytePath path) {
    super(message);
    this.exitCode = exitCode;
    this.details = details;
    this.path = path;
  }

  static CommandException failed(String message) {
    return new CommandException(message, ExitCode.FAILED, List.of(), null);
  }

  /** The same for a path that is named in the message. */
  static CommandException failed(String message, BytePath path) {
    return new CommandException(message, ExitCode.FAILED, List.of(), path);
  }

  static CommandException wrongUsage(String message) {
    return wrongUsage(message, List.of());
  }

  static CommandException wrongUsage(String message, List<String> details) {
    return new CommandException(message, ExitCode.WRONG_USAGE, details, null);
  }

  /** Lines that belong below the message. */
  List<String> details() {
    return details;
  }

  /** What can't be used; null if the message isn't of a path. */
  @Nullable BytePath path() {
    return path;
  }

  int exitCode() {
    return exitCode;
  }
}

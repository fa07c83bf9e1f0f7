package dev.cleave.bench.cli;

import java.util.List;

/** A command that can't go on; the message is the line that the user sees. */
final class CommandException extends Exception {
  private static final long serialVersionUID = 1;

  private final int exitCode;
  private final transient List<String> details;

  private CommandException(String message, int exitCode, List<String> details) {
    super(message);
    this.exitCode = exitCode;
    this.details = details;
  }

  static CommandException failed(String message) {
    return new CommandException(message, ExitCode.FAILED, List.of());
  }

  static CommandException wrongUsage(String message) {
    return wrongUsage(message, List.of());
  }

  static CommandException wrongUsage(String message, List<String> details) {
    return new CommandException(message, ExitCode.WRONG_USAGE, details);
  }

  /** Lines that belong below the message. */
  List<String> details() {
    return details;
  }

  int exitCode() {
    return exitCode;
  }
}

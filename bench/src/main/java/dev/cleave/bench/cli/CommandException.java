package dev.cleave.bench.cli;

/** A command that can't go on; the message is the one line that the user sees. */
final class CommandException extends Exception {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  private CommandException(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  static CommandException failed(String message) {
    return new CommandException(message, ExitCode.FAILED);
  }

  static CommandException wrongUsage(String message) {
    return new CommandException(message, ExitCode.WRONG_USAGE);
  }

  int exitCode() {
    return exitCode;
  }
}

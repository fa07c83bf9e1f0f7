package dev.cleave.bench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Parses the options of a command that picocli knows, and runs it. */
final class Picocli {
  private Picocli() {}

  /**
   * @throws CommandException if the options are wrong, or the command can't go on
   */
  static int run(CommandKind kind, CommandLine line, String[] args, Console console)
      throws Exception {
    line.setCommandName("cleave " + kind)
        .setPosixClusteredShortOptionsAllowed(true)
        .setAbbreviatedOptionsAllowed(true)
        .setExpandAtFiles(false);
    CommandLine chosen = chosen(line, args);
    if (chosen.isUsageHelpRequested()) {
      chosen.usage(console.out());
      return ExitCode.DONE;
    }
    Callable<Integer> command = chosen.getCommand();
    return command.call();
  }

  /** The innermost command that was named. */
  private static CommandLine chosen(CommandLine line, String[] args) throws CommandException {
    try {
      ParseResult parsed = line.parseArgs(args);
      while (parsed.hasSubcommand()) {
        parsed = parsed.subcommand();
      }
      return parsed.commandSpec().commandLine();
    } catch (ParameterException e) {
      String message = String.valueOf(e.getMessage());
      throw CommandException.wrongUsage(message.replaceAll("\\s*\\R\\s*", " "));
    }
  }
}

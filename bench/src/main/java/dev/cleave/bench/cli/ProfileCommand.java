package dev.cleave.bench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cleave profile}: what follows says what to do. */
@Command(description = "Shows the saved profiles, and takes them from one machine to another.")
final class ProfileCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("UnusedVariable") // for --help; the subcommands have their own
  private final CommonOptions common = new CommonOptions();

  /** With everything that can be said after it. */
  static CommandLine line(Console console) {
    return new CommandLine(new ProfileCommand())
        .addSubcommand(new ProfileListCommand(console))
        .addSubcommand(new ProfileShowCommand(console))
        .addSubcommand(new ProfileMatchCommand(console))
        .addSubcommand(new ProfileValidateCommand(console))
        .addSubcommand(new ProfileExportCommand(console))
        .addSubcommand(new ProfileImportCommand(console))
        .addSubcommand(new ProfileGenerateCommand(console))
        .addSubcommand(new ProfileSchemaCommand(console))
        .addSubcommand(new ProfileRemoveCommand(console));
  }

  @Override
  public Integer call() throws CommandException {
    throw CommandException.wrongUsage(
        "profile: say 'list', 'show', 'match', 'validate', 'export', 'import', 'generate',"
            + " 'schema' or 'remove'");
  }
}

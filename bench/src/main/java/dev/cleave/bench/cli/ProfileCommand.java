package dev.cleave.bench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cleave profile}: what follows says what to do. */
@Command(description = "Lists the saved profiles, or shows one.")
final class ProfileCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("UnusedVariable") // for --help; the subcommands have their own
  private final CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws CommandException {
    throw CommandException.wrongUsage("profile: say 'list' or 'show NAME'");
  }
}

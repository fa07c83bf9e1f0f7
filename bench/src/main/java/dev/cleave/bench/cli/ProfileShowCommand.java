package dev.cleave.bench.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cleave profile show NAME}. */
@Command(name = "show", description = "Shows a profile as it is stored.")
final class ProfileShowCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "NAME", description = "As 'profile list' prints it.")
  private String name = "";

  @Mixin
  @SuppressWarnings("UnusedVariable") // for --help and --json: a profile is JSON anyway
  private final CommonOptions common = new CommonOptions();

  ProfileShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, CommandException {
    console.out().println(SavedProfiles.named(name, console).json());
    return ExitCode.DONE;
  }
}

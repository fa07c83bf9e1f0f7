package dev.cleave.bench.cli;

import dev.cleave.tuner.profile.ProfileStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cleave profile remove NAME}: the nearest of that name, broken or not. */
@Command(name = "remove", description = "Removes a profile.")
final class ProfileRemoveCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "NAME", description = "As 'profile list' prints it.")
  private String name = "";

  @Mixin
  @SuppressWarnings("UnusedVariable") // for --help: there is nothing to show
  private final CommonOptions common = new CommonOptions();

  ProfileRemoveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, CommandException {
    for (ProfileStore store : Homes.of(console).stores()) {
      try {
        store.remove(name);
        return ExitCode.DONE;
      } catch (NoSuchFileException e) {
        // then from the next one
      }
    }
    throw SavedProfiles.missing(name);
  }
}

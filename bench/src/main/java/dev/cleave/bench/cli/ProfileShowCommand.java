package dev.cleave.bench.cli;

import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.profile.Profile;
import dev.cleave.tuner.profile.ProfileStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
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
    for (Path directory : Homes.of(console.environment()).profilesNearestFirst()) {
      Optional<Profile> profile = load(directory);
      if (profile.isPresent()) {
        console.out().println(Json.PRETTY.writeValueAsString(profile.get()));
        return ExitCode.DONE;
      }
    }
    throw CommandException.failed("no profile named '" + name + "'; see 'cleave profile list'");
  }

  private Optional<Profile> load(Path directory) throws IOException {
    try {
      return Optional.of(new ProfileStore(directory).load(name));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}

package dev.cleave.bench.cli;

import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.profile.Profile;
import dev.cleave.tuner.profile.ProfileStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cleave profile list|show}. */
@Command(description = "Lists the saved profiles, or shows one.")
final class ProfileCommand implements Callable<Integer> {
  private final Console console;

  ProfileCommand(Console console) {
    this.console = console;
  }

  @Mixin
  @SuppressWarnings("UnusedVariable") // for --help; list and show have their own
  private final CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws CommandException {
    throw CommandException.wrongUsage("profile: say 'list' or 'show NAME'");
  }

  /** What {@code profile list --json} prints. */
  record ListDocument(String schema, List<Profile> profiles, List<String> warnings) {}

  @Command(name = "list", description = "Lists the saved profiles, the newest first.")
  int list(@Mixin CommonOptions options) throws IOException {
    List<Profile> profiles = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Path directory : Homes.of(console.environment()).profilesNearestFirst()) {
      ProfileStore.Listing listing = new ProfileStore(directory).list();
      profiles.addAll(listing.profiles());
      warnings.addAll(listing.warnings());
    }
    if (options.json()) {
      console
          .out()
          .println(
              Json.PRETTY.writeValueAsString(
                  new ListDocument("cleave.profiles/1", profiles, warnings)));
      return ExitCode.DONE;
    }
    profiles.forEach(it -> console.out().println(line(it)));
    warnings.forEach(console::say);
    if (profiles.isEmpty() && !options.quiet()) {
      console.say("no profiles yet: cleave tune DIR makes one");
    }
    return ExitCode.DONE;
  }

  private static String line(Profile profile) {
    return profile.id()
        + "  "
        + profile.verdict()
        + "  "
        + profile.key()
        + "  "
        + profile.created();
  }

  @Command(name = "show", description = "Shows a profile as it is stored.")
  int show(
      @Parameters(paramLabel = "NAME", description = "As 'profile list' prints it.") String name,
      @Mixin CommonOptions options)
      throws IOException, CommandException {
    for (Path directory : Homes.of(console.environment()).profilesNearestFirst()) {
      Optional<Profile> profile = load(directory, name);
      if (profile.isPresent()) {
        console.out().println(Json.PRETTY.writeValueAsString(profile.get()));
        return ExitCode.DONE;
      }
    }
    throw CommandException.failed("no profile named '" + name + "'; see 'cleave profile list'");
  }

  private static Optional<Profile> load(Path directory, String name) throws IOException {
    try {
      return Optional.of(new ProfileStore(directory).load(name));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}

package dev.cleave.bench.cli;

import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.profile.Profile;
import dev.cleave.tuner.profile.ProfileStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cleave profile list}. */
@Command(
    name = "list",
    description =
        "Lists the profiles: yours, the site's, those that came with Cleave; newest first.")
final class ProfileListCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final CommonOptions common = new CommonOptions();

  ProfileListCommand(Console console) {
    this.console = console;
  }

  /** What {@code profile list --json} prints. */
  public record Document(String schema, List<Profile> profiles, List<String> warnings) {}

  @Override
  public Integer call() {
    List<Profile> profiles = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (ProfileStore store : Homes.of(console).stores()) {
      ProfileStore.Listing listing = store.list();
      profiles.addAll(listing.profiles());
      listing.profiles().forEach(profile -> lines.add(line(store, profile)));
      warnings.addAll(listing.warnings());
    }
    if (common.json()) {
      Document document = new Document("cleave.profiles/1", profiles, warnings);
      console.out().println(Json.PRETTY.writeValueAsString(document));
      return ExitCode.DONE;
    }
    lines.forEach(console.out()::println);
    warnings.forEach(console::say);
    if (profiles.isEmpty() && !common.quiet()) {
      console.say("no profiles yet: cleave tune DIR makes one");
    }
    return ExitCode.DONE;
  }

  private static String line(ProfileStore store, Profile profile) {
    return String.format(
        Locale.ROOT,
        "%-40s  %-7s  %-12s  %s",
        profile.id(),
        store.origin(),
        profile.verdict(),
        profile.key());
  }
}

package dev.cleave.bench.cli;

import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.profile.BadProfileException;
import dev.cleave.tuner.profile.ProfileDocument;
import dev.cleave.tuner.profile.ProfileStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cleave profile validate [FILE]…}. */
@Command(
    name = "validate",
    description = {
      "Says of each FILE whether it is a profile that can be used.",
      "Without FILE: of all that are stored; and brings the indexes up to date."
    })
final class ProfileValidateCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "A profile as JSON.")
  private List<Path> files = new ArrayList<>();

  @Mixin private final CommonOptions common = new CommonOptions();

  ProfileValidateCommand(Console console) {
    this.console = console;
  }

  /** What {@code profile validate --json} prints. */
  public record Document(String schema, List<String> valid, List<String> problems) {}

  @Override
  public Integer call() throws IOException {
    List<String> valid = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    if (files.isEmpty()) {
      validateStores(valid, problems);
    }
    for (Path file : files) {
      try {
        valid.add(file + ": profile " + ProfileDocument.read(file).profile().id());
      } catch (BadProfileException e) {
        problems.add(String.valueOf(e.getMessage()));
      } catch (IOException e) {
        problems.add(CommandRunner.describe(e));
      }
    }
    if (common.json()) {
      Document document = new Document("cleave.profile-validate/1", valid, problems);
      console.out().println(Json.PRETTY.writeValueAsString(document));
    } else if (!common.quiet()) {
      valid.forEach(console.out()::println);
    }
    problems.forEach(console::say);
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void validateStores(List<String> valid, List<String> problems) throws IOException {
    for (ProfileStore store : Homes.of(console).stores()) {
      ProfileStore.Listing listing = store.refresh();
      listing.profiles().forEach(profile -> valid.add(store.origin() + " profile " + profile.id()));
      problems.addAll(listing.warnings());
    }
  }
}

package dev.cleave.bench.cli;

import dev.cleave.tuner.profile.ProfileDocument;
import dev.cleave.tuner.profile.ProfileStore;
import dev.cleave.tuner.search.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cleave profile import FILE…}: all of them, or none if one can't be used. */
@Command(
    name = "import",
    description = "Takes profiles in that were exported or generated, after checking all of them.")
final class ProfileImportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "A profile as JSON.")
  private List<Path> files = new ArrayList<>();

  @Mixin private final CommonOptions common = new CommonOptions();

  ProfileImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, CommandException {
    List<ProfileDocument> documents = new ArrayList<>();
    for (Path file : files) {
      documents.add(checked(file));
    }
    ProfileStore store = new ProfileStore(Homes.of(console).profiles());
    for (ProfileDocument document : documents) {
      Path saved = store.save(document);
      if (!common.quiet()) {
        console.out().println(saved);
      }
    }
    return ExitCode.DONE;
  }

  private static ProfileDocument checked(Path file) throws IOException, CommandException {
    ProfileDocument document = ProfileDocument.read(file);
    if (document.profile().verdict() == Verdict.INVALID) {
      throw CommandException.failed(file + ": holds no plan that was measured");
    }
    return document;
  }
}

package dev.cleave.bench.cli;

import dev.cleave.reports.json.RunJson;
import dev.cleave.reports.text.RegretText;
import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.profile.DefaultProfile;
import dev.cleave.tuner.profile.ProfileDocument;
import dev.cleave.tuner.profile.RegretTable;
import dev.cleave.tuner.run.TuneRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cleave profile generate RUN… -o FILE}. */
@Command(
    name = "generate",
    description = {
      "Makes a default profile for a class of devices out of runs on several of them: for files of"
          + " each size and each clock the plan with the smallest worst regret.",
      "Prints what each plan lost in each run."
    })
final class ProfileGenerateCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "The directory of a tune's run, or its run.json.")
  private List<Path> runs = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where the profile goes; 'profile import' takes it from there.")
  private Path output = Path.of("");

  @Mixin private final CommonOptions common = new CommonOptions();

  ProfileGenerateCommand(Console console) {
    this.console = console;
  }

  /** What {@code profile generate --json} prints. */
  public record Document(String schema, String profile, Path file, List<RegretTable> tables) {}

  @Override
  public Integer call() throws IOException, CommandException {
    List<TuneRun> read = new ArrayList<>();
    for (Path run : runs) {
      read.add(RunJson.read(run));
    }
    DefaultProfile made = generated(read);
    AtomicFile.write(output, ProfileDocument.of(made.profile()).json() + "\n");
    if (common.json()) {
      Document document =
          new Document("cleave.generate/1", made.profile().id(), output, made.tables());
      console.out().println(Json.PRETTY.writeValueAsString(document));
    } else if (!common.quiet()) {
      console.out().print(RegretText.of(made.tables()));
    }
    return ExitCode.DONE;
  }

  private static DefaultProfile generated(List<TuneRun> runs) throws CommandException {
    try {
      return DefaultProfile.of(runs);
    } catch (IllegalArgumentException e) {
      throw CommandException.failed("no default profile: " + e.getMessage());
    }
  }
}

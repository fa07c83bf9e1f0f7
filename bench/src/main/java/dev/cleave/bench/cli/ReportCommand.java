package dev.cleave.bench.cli;

import dev.cleave.bench.qualify.QualifyResult;
import dev.cleave.reports.ComparisonReportKind;
import dev.cleave.reports.ReportKind;
import dev.cleave.reports.WrittenReports;
import dev.cleave.reports.compare.ComparisonVerdict;
import dev.cleave.reports.compare.IncomparableRunsException;
import dev.cleave.reports.compare.RunComparison;
import dev.cleave.reports.json.ComparisonDocument;
import dev.cleave.reports.json.RunSchema;
import dev.cleave.reports.json.TuneDocument;
import dev.cleave.reports.text.ComparisonText;
import dev.cleave.reports.text.TuneSummary;
import dev.cleave.tuner.contender.BenchRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cleave report RUN...}. */
@Command(
    customSynopsis = "cleave report [OPTION]... RUN...",
    description =
        "Renders the reports of one RUN again, from its run.json alone; or compares each further"
            + " RUN with the first. A RUN is a directory, a run.json or the name of a saved run.",
    sortOptions = false)
final class ReportCommand implements Callable<Integer> {
  private static final double DEFAULT_MARGIN = 0.03;

  private final Console console;

  @Parameters(paramLabel = "RUN", arity = "0..*", description = "What to report.")
  private List<Path> named = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description =
          "Where to write: of one run, its own directory unless told; a comparison is only printed"
              + " unless told.")
  private @Nullable Path output;

  @Option(
      names = "--margin",
      paramLabel = "PERCENT",
      converter = Percent.class,
      description = "The loss that counts as none in a comparison; 3 unless told.")
  private double margin = DEFAULT_MARGIN;

  @Option(
      names = "--fail-on",
      paramLabel = "VERDICT",
      converter = FailOn.Converter.class,
      description = "slower: exit code 1 if a further run is slower than the first.")
  private @Nullable FailOn failOn;

  @Option(
      names = "--schema",
      paramLabel = "COMMAND",
      arity = "0..1",
      fallbackValue = "tune",
      converter = SchemaOf.class,
      description =
          "Only print the JSON Schema of run.json, of COMMAND's runs: tune (unless told), bench or"
              + " qualify.")
  private @Nullable RunSchema schema;

  @Mixin private final CommonOptions common = new CommonOptions();

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandException, IOException {
    if (schema != null) {
      console.out().print(schema.text());
      return ExitCode.DONE;
    }
    if (named.isEmpty()) {
      throw CommandException.wrongUsage("report needs a run; they lie in " + runsHome());
    }
    QualifyResult qualified = named.size() == 1 ? qualified(named.getFirst()) : null;
    if (qualified != null) {
      QualifyCommand.show(qualified, console, common);
      return ExitCode.DONE;
    }
    Optional<BenchRun> bench = BenchRendering.bench(named.getFirst(), runsHome());
    if (bench.isPresent()) {
      return render(bench.get());
    }
    List<RunArgument> runs = new ArrayList<>();
    for (Path name : named) {
      runs.add(RunArgument.of(name, runsHome()));
    }
    return runs.size() == 1 ? render(runs.getFirst()) : compare(runs);
  }

  private @Nullable QualifyResult qualified(Path name) throws IOException {
    Path directory = Files.isDirectory(name) ? name : runsHome().resolve(name);
    return QualifyResult.again(directory.toAbsolutePath());
  }

  private Path runsHome() {
    return Homes.of(console).runs();
  }

  private int render(BenchRun bench) throws CommandException {
    if (named.size() > 1 || failOn != null) {
      throw CommandException.wrongUsage("a bench is rendered again, but not compared with runs");
    }
    return BenchRendering.again(bench, named.getFirst(), runsHome(), output, common, console);
  }

  private int render(RunArgument one) throws CommandException {
    if (failOn != null) {
      throw CommandException.wrongUsage("--fail-on compares; it needs a second run");
    }
    Path directory = output == null ? one.directory() : output;
    WrittenReports written = ReportKind.writeAgain(one.run(), directory);
    written.warnings().forEach(warning -> console.say(warning.toString()));
    if (common.json()) {
      Path report = directory.resolve(ReportKind.HTML.toString());
      boolean reported = written.files().contains(report);
      console
          .out()
          .println(
              TuneDocument.of(one.run(), one.directory(), reported ? report : null, null).toJson());
    } else {
      console.out().print(TuneSummary.of(one.run()));
      console.out().println();
      console.out().println("report:  " + directory.resolve(ReportKind.HTML.toString()));
    }
    return written.warnings().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private int compare(List<RunArgument> runs) throws CommandException, IOException {
    RunComparison compared;
    try {
      compared = RunComparison.of(runs.stream().map(RunArgument::run).toList(), margin);
    } catch (IncomparableRunsException e) {
      throw CommandException.wrongUsage(String.valueOf(e.getMessage()));
    }
    console
        .out()
        .print(
            common.json()
                ? ComparisonDocument.of(compared).toJson() + "\n"
                : ComparisonText.of(compared));
    boolean fails = failOn == FailOn.SLOWER && compared.verdict() == ComparisonVerdict.SLOWER;
    boolean kept = output == null || keep(compared, output);
    return fails || !kept ? ExitCode.FAILED : ExitCode.DONE;
  }

  /** Writes the reports; false if one of them failed. */
  private boolean keep(RunComparison compared, Path directory) {
    WrittenReports written = ComparisonReportKind.writeAll(compared, directory);
    written.warnings().forEach(warning -> console.say(warning.toString()));
    if (!common.json()) {
      console.out().println();
      console.out().println("report:  " + directory.resolve(ComparisonReportKind.HTML.toString()));
    }
    return written.warnings().isEmpty();
  }
}

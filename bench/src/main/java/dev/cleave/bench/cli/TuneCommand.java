package dev.cleave.bench.cli;

import dev.cleave.bench.trial.LeftBehindException;
import dev.cleave.bench.tune.TuneOutlook;
import dev.cleave.bench.tune.TuneRequest;
import dev.cleave.bench.tune.TuneResult;
import dev.cleave.bench.tune.TuneSession;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.SizeClass;
import dev.cleave.reports.json.TuneDocument;
import dev.cleave.reports.text.TuneSummary;
import dev.cleave.tuner.search.StrategyKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cleave tune [SRC_DIR] DST_DIR}. */
@Command(
    customSynopsis = "cleave tune [OPTION]... [SRC_DIR] DST_DIR",
    description =
        "Measures which plan copies fastest in DST_DIR, or from SRC_DIR to DST_DIR; writes a report"
            + " and saves the profile that 'cleave copy' then uses. Everything it writes into the"
            + " directories is removed again.",
    sortOptions = false)
final class TuneCommand implements Callable<Integer> {
  private static final long SMALLEST_FILE_BYTES = 128 * ByteSize.MIB;

  private final long startNanos = System.nanoTime();
  private final Console console;

  @Parameters(paramLabel = "DIR", arity = "0..2", description = "Where to read from and write to.")
  private List<Path> directories = List.of();

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "How long it may take, all in all; 3m unless told.")
  private double budgetSeconds = 180;

  @Option(
      names = "--write-budget",
      paramLabel = "SIZE",
      converter = Size.class,
      description = "How much it may write; unlimited unless told.")
  private @Nullable Long writeBudgetBytes;

  @Option(
      names = "--file-size",
      paramLabel = "SIZE",
      converter = Size.class,
      description = "Size of the file that each sample copies; chosen unless told.")
  private @Nullable Long fileBytes;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the order of samples and of the data; random unless told.")
  private @Nullable Long seed;

  @Option(
      names = "--size-class",
      paramLabel = "CLASS",
      split = ",",
      converter = SizeClassName.class,
      description =
          "Of the files to tune for: large, medium, small, or several with commas; as many as there"
              + " is time for unless told.")
  private List<SizeClass> sizeClasses = List.of();

  @Option(
      names = "--cache",
      paramLabel = "STATE",
      converter = CacheChoice.Converter.class,
      description = "Whether the source is in the page cache: cold (unless told), warm or both.")
  private CacheChoice cache = CacheChoice.COLD;

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      converter = StrategyName.class,
      description =
          "How the sweep searches: halving (unless told), race, or grid, which gives every"
              + " candidate every round; 'cleave simulate' compares them.")
  private StrategyKind strategy = StrategyKind.DEFAULT;

  @Option(
      names = "--dry-run",
      description = "Only say what would be done, after a few copies by the default plan.")
  private boolean dryRun;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "Go on with a tune that was cut off; RUN is its directory or its name.")
  private @Nullable Path resume;

  @Mixin private final CommonOptions common = new CommonOptions();

  TuneCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandException, IOException {
    if (fileBytes != null && fileBytes < SMALLEST_FILE_BYTES) {
      throw CommandException.wrongUsage(
          "--file-size must be 128MiB or more: smaller files are never split");
    }
    if (directories.isEmpty() == (resume == null)) {
      throw CommandException.wrongUsage(
          resume == null
              ? "tune needs a directory to write to"
              : "--resume goes on in the directories of its run; name no others");
    }
    TuneProgress progress = new TuneProgress(console, common);
    try (progress) {
      if (dryRun) {
        show(TuneSession.plan(request(), progress));
        return ExitCode.DONE;
      }
      TuneResult result = TuneSession.run(request(), progress);
      show(result);
      return ExitCode.of(result.run().verdict());
    } catch (IOException e) {
      if (progress.isInterrupted()) {
        throw new CancellationException("interrupted"); // its consequences are no news
      }
      List<String> left = LeftBehindException.of(e);
      throw left.isEmpty()
          ? e
          : new IOException(
              CommandRunner.describe(e) + "; left behind there: " + String.join(", ", left), e);
    }
  }

  private TuneRequest request() {
    Homes homes = Homes.of(console);
    return new TuneRequest(
        directories.isEmpty() ? Path.of("") : directories.getFirst(),
        directories.isEmpty() ? Path.of("") : directories.getLast(),
        startNanos,
        budgetSeconds,
        writeBudgetBytes,
        fileBytes,
        sizeClasses,
        cache.states(),
        strategy,
        seed == null ? RandomGenerator.getDefault().nextLong(1L << 32) : seed,
        homes.runs(),
        homes.profiles(),
        commandLine(),
        Version.current(),
        console.environment().getOrDefault("PATH", ""),
        resume);
  }

  /** What to type to reproduce the run. */
  private String commandLine() {
    StringBuilder line = new StringBuilder("cleave tune");
    for (Path directory : directories) {
      line.append(' ').append(directory.toAbsolutePath());
    }
    line.append(String.format(Locale.ROOT, " --budget %.0fs", budgetSeconds));
    if (writeBudgetBytes != null) {
      line.append(" --write-budget ").append(writeBudgetBytes);
    }
    if (fileBytes != null) {
      line.append(" --file-size ").append(ByteSize.format(fileBytes));
    }
    if (!sizeClasses.isEmpty()) {
      line.append(" --size-class ");
      line.append(sizeClasses.stream().map(SizeClass::toString).collect(Collectors.joining(",")));
    }
    if (cache != CacheChoice.COLD) {
      line.append(" --cache ").append(cache);
    }
    if (resume != null) {
      line.append(" --resume ").append(resume.toAbsolutePath());
    }
    return seed == null ? line.toString() : line + " --seed " + seed;
  }

  private void show(TuneOutlook outlook) {
    console
        .out()
        .println(
            common.json() ? TuneOutlookDocument.of(outlook).toJson() : TuneOutlookText.of(outlook));
  }

  private void show(TuneResult result) {
    result.warnings().forEach(console::say);
    if (common.json()) {
      console
          .out()
          .println(
              TuneDocument.of(result.run(), result.directory(), result.report(), result.profile())
                  .toJson());
      return;
    }
    console.out().print(TuneSummary.of(result.run()));
    console.out().println();
    console.out().println("report:  " + (result.report() == null ? "none" : result.report()));
    console.out().println("profile: " + (result.profile() == null ? "none" : result.profile()));
  }
}

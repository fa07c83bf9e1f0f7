package dev.cleave.bench.cli;

import dev.cleave.bench.tune.TuneRequest;
import dev.cleave.bench.tune.TuneResult;
import dev.cleave.bench.tune.TuneSession;
import dev.cleave.engine.ByteSize;
import dev.cleave.reports.json.TuneDocument;
import dev.cleave.reports.text.TuneSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
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

  @Parameters(paramLabel = "DIR", arity = "1..2", description = "Where to read from and write to.")
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
    TuneProgress progress = new TuneProgress(console, common);
    try (progress) {
      TuneResult result = new TuneSession(request(), progress).run();
      show(result);
      return ExitCode.of(result.run().verdict());
    } catch (IOException e) {
      if (progress.isInterrupted()) {
        throw new CancellationException("interrupted"); // its consequences are no news
      }
      throw e;
    }
  }

  private TuneRequest request() {
    Homes homes = Homes.of(console);
    return new TuneRequest(
        directories.getFirst(),
        directories.getLast(),
        startNanos,
        budgetSeconds,
        writeBudgetBytes,
        fileBytes,
        seed == null ? RandomGenerator.getDefault().nextLong(1L << 32) : seed,
        homes.runs(),
        homes.profiles(),
        commandLine(),
        Version.current());
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
    return seed == null ? line.toString() : line + " --seed " + seed;
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

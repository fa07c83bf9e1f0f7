package dev.cleave.bench.cli;

import dev.cleave.bench.contender.BenchBudget;
import dev.cleave.bench.contender.BenchMeasurer;
import dev.cleave.bench.contender.BenchOutlook;
import dev.cleave.bench.contender.BenchRequest;
import dev.cleave.bench.contender.BenchResult;
import dev.cleave.bench.contender.BenchSession;
import dev.cleave.bench.contender.ProcessBenchMeasurer;
import dev.cleave.bench.peer.PeerKind;
import dev.cleave.bench.peer.SearchPath;
import dev.cleave.bench.tune.UsableDirectory;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.contender.BenchFindings;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Clock;
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

/** {@code cleave bench SRC_DIR DST_DIR}. */
@Command(
    customSynopsis = "cleave bench [OPTION]... SRC_DIR DST_DIR",
    description =
        "Copies a file from SRC_DIR to DST_DIR by the profile, by default and sequentially, in turn"
            + " with cp, rsync, dd, rclone and Files.copy, measures what the devices do alone, and"
            + " says who wins. Everything it writes into the directories is removed again.",
    sortOptions = false)
final class BenchCommand implements Callable<Integer> {
  private final long startNanos = System.nanoTime();
  private final Console console;
  private final BenchMeasurer.@Nullable Factory measurers;

  @Parameters(paramLabel = "DIR", arity = "0..*", description = "Where to read from, and to.")
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
      names = {"--size", "--file-size"},
      paramLabel = "SIZE",
      converter = Size.class,
      description = "Size of the file that is copied; chosen, up to 1GiB, unless told.")
  private @Nullable Long fileBytes;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "At most so many, as the budget allows; 20 unless told.")
  private int rounds = BenchBudget.USUAL_ROUNDS;

  @Option(
      names = "--cache",
      paramLabel = "STATE",
      converter = CacheChoice.Converter.class,
      description = "Whether the source is in the page cache: cold (unless told) or warm.")
  private CacheChoice cache = CacheChoice.COLD;

  @Option(
      names = "--peers",
      paramLabel = "NAME",
      split = ",",
      converter = PeerNames.class,
      description = "Which peers take part, with commas between them; all unless told.")
  private List<PeerKind> peers = List.of(PeerKind.values());

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the order of samples and of the data; random unless told.")
  private @Nullable Long seed;

  @Option(
      names = "--dry-run",
      description = "Only say what would be done, after a few copies by the engine.")
  private boolean dryRun;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where to keep the run; with the other runs unless told.")
  private @Nullable Path output;

  @Mixin private final CommonOptions common = new CommonOptions();

  BenchCommand(Console console) {
    this(console, null);
  }

  /**
   * @param measurers null to measure the devices
   */
  BenchCommand(Console console, BenchMeasurer.@Nullable Factory measurers) {
    this.console = console;
    this.measurers = measurers;
  }

  @Override
  public Integer call() throws CommandException, IOException {
    requireUsage();
    BenchProgress progress = new BenchProgress(console, common);
    try (progress) {
      BenchRequest request = request();
      if (dryRun) {
        show(BenchSession.plan(request, factory(request), progress));
        return ExitCode.DONE;
      }
      BenchResult result = BenchSession.run(request, factory(request), progress);
      return show(result);
    } catch (IOException e) {
      if (progress.isEnding()) {
        throw new CancellationException("interrupted"); // its consequences are no news
      }
      throw e;
    }
  }

  private void requireUsage() throws CommandException {
    if (directories.size() != 2) {
      throw CommandException.wrongUsage(
          "bench needs a directory to read from and one to write to; they may be the same");
    }
    if (cache.states().size() > 1) {
      throw CommandException.wrongUsage("--cache is cold or warm: a bench measures one of them");
    }
    if (fileBytes != null && fileBytes < 1) {
      throw CommandException.wrongUsage("--size must be at least one byte");
    }
    if (rounds < 1) {
      throw CommandException.wrongUsage("--rounds must be at least 1");
    }
    if (dryRun && output != null) {
      throw CommandException.wrongUsage("--dry-run keeps nothing: it needs no --output");
    }
  }

  private BenchMeasurer.Factory factory(BenchRequest request) {
    BenchMeasurer.Factory given = measurers;
    return given != null ? given : settings -> new ProcessBenchMeasurer(settings, request.path());
  }

  private BenchRequest request() throws IOException {
    Path source = directories.getFirst();
    Path destination = directories.getLast();
    UsableDirectory.require("bench", source);
    UsableDirectory.require("bench", destination);
    SizeClass sizeClass = fileBytes == null ? SizeClass.LARGE : SizeClass.of(fileBytes);
    BenchPlans plans = BenchPlans.of(source, destination, sizeClass, console);
    CacheState cacheState = cache.states().getFirst();
    return new BenchRequest(
        source,
        destination,
        startNanos,
        budgetSeconds,
        writeBudgetBytes,
        fileBytes,
        rounds,
        cacheState,
        plans.entrants(),
        plans.without(),
        peers.stream().distinct().toList(),
        SearchPath.of(console.environment().getOrDefault("PATH", "")),
        seed == null ? RandomGenerator.getDefault().nextLong(1L << 32) : seed,
        Homes.of(console).runs(),
        output,
        commandLine(),
        Version.current());
  }

  /** What to type to reproduce the run. */
  private String commandLine() {
    StringBuilder line = new StringBuilder("cleave bench");
    line.append(String.format(Locale.ROOT, " --budget %.0fs", budgetSeconds));
    if (writeBudgetBytes != null) {
      line.append(" --write-budget ").append(writeBudgetBytes);
    }
    if (fileBytes != null) {
      line.append(" --size ").append(ByteSize.format(fileBytes));
    }
    if (rounds != BenchBudget.USUAL_ROUNDS) {
      line.append(" --rounds ").append(rounds);
    }
    if (cache != CacheChoice.COLD) {
      line.append(" --cache ").append(cache);
    }
    if (peers.size() < PeerKind.values().length) {
      line.append(" --peers '");
      line.append(peers.stream().map(PeerKind::toString).collect(Collectors.joining(",")));
      line.append('\'');
    }
    if (seed != null) {
      line.append(" --seed ").append(seed);
    }
    directories.forEach(directory -> line.append(' ').append(directory.toAbsolutePath()));
    return line.toString();
  }

  private void show(BenchOutlook outlook) {
    console
        .out()
        .print(common.json() ? BenchOutlookText.json(outlook) : BenchOutlookText.of(outlook));
  }

  /** Without one valid sample of the engine there is nothing to compare. */
  private int show(BenchResult result) {
    result.warnings().forEach(console::say);
    BenchFindings findings = BenchFindings.of(result.run());
    BenchRendering.print(findings, result.directory(), result.report(), common, console);
    return findings.fastestOfEngine(Clock.COMMAND) == null ? ExitCode.INVALID : ExitCode.DONE;
  }
}

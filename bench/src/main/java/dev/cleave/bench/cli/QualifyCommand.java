package dev.cleave.bench.cli;

import dev.cleave.bench.qualify.CopyChoice;
import dev.cleave.bench.qualify.PowerLossCheck;
import dev.cleave.bench.qualify.PowerLossOutcome;
import dev.cleave.bench.qualify.PowerLossRecord;
import dev.cleave.bench.qualify.QualifyRecord;
import dev.cleave.bench.qualify.QualifyRequest;
import dev.cleave.bench.qualify.QualifyResult;
import dev.cleave.bench.qualify.QualifySession;
import dev.cleave.bench.qualify.specification.DraftSpecification;
import dev.cleave.bench.qualify.specification.ShippedSpecification;
import dev.cleave.bench.qualify.specification.Specification;
import dev.cleave.bench.qualify.specification.SpecificationException;
import dev.cleave.bench.qualify.specification.SpecificationReader;
import dev.cleave.bench.tune.RunDirectory;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.SizeClass;
import dev.cleave.reports.json.QualifyDocument;
import dev.cleave.reports.text.QualifySummary;
import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.StorageProbe;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.qualify.QualifyVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cleave qualify --spec FILE DIR...}. */
@Command(
    customSynopsis = {
      "cleave qualify --spec FILE [OPTION]... DIR...",
      "       cleave qualify --init DIR | --schema",
      "       cleave qualify --power-loss=record|check --log LOG DIR"
    },
    description =
        "Holds the devices under each DIR against a specification: PASS (exit code 0), FAIL (1),"
            + " INCONCLUSIVE (3) or INVALID (4). Everything it writes into DIR is removed again.",
    sortOptions = false)
final class QualifyCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DIR", arity = "0..*", description = "A directory on each device.")
  private List<Path> directories = List.of();

  @Option(
      names = "--spec",
      paramLabel = "FILE",
      description =
          "The specification, or the name of a shipped one: etcd-ready, nvme-gen4, sata-ssd,"
              + " nearline-hdd, cloud-volume, nfs.")
  private @Nullable String specification;

  @Option(names = "--init", description = "Prints a specification for the device under DIR.")
  private boolean init;

  @Option(names = "--schema", description = "Prints the JSON Schema of specifications.")
  private boolean schema;

  @Option(
      names = "--expect-device",
      paramLabel = "NAME",
      description = "Refuses a DIR that isn't on this device, as nvme0n1 or nfs:server:/export.")
  private @Nullable String expectedDevice;

  @Option(
      names = "--write-budget",
      paramLabel = "SIZE",
      converter = Size.class,
      description = "How much it may write on each device, in place of the specification's.")
  private @Nullable Long writeBudgetBytes;

  @Option(
      names = "--soak",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "Repeats for that long, as 24h, and reports the trend.")
  private double soakSeconds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of offsets and data; random unless told.")
  private @Nullable Long seed;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "Go on with a run that was cut off; what it measured is kept.")
  private @Nullable Path resume;

  @Option(
      names = "--power-loss",
      paramLabel = "record|check",
      description =
          "record: writes, syncs and logs what was acknowledged, until the power goes or --run is"
              + " over; check: proves that nothing acknowledged is missing.")
  private @Nullable String powerLoss;

  @Option(
      names = "--log",
      paramLabel = "LOG",
      description = "Of --power-loss: on another disk or host; '-' is standard output.")
  private @Nullable String log;

  @Option(
      names = "--run",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "How long --power-loss=record goes on; 1h unless told.")
  private double recordSeconds = 3600;

  @Mixin private final CommonOptions common = new CommonOptions();

  QualifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandException, IOException {
    if (schema) {
      console.out().print(ShippedSpecification.schema());
      return ExitCode.DONE;
    }
    if (resume != null) {
      return resumed(resume);
    }
    requireDirectories();
    if (init) {
      console.out().print(DraftSpecification.of(probe(onlyDirectory("--init"))));
      return ExitCode.DONE;
    }
    if (powerLoss != null) {
      return powerLoss(powerLoss);
    }
    if (specification == null) {
      throw CommandException.wrongUsage("qualify needs --spec FILE; --init DIR writes one");
    }
    return qualify(request(read(specification), directories, null));
  }

  private void requireDirectories() throws CommandException {
    if (directories.isEmpty()) {
      throw CommandException.wrongUsage("qualify needs a directory on the device");
    }
    for (Path directory : directories) {
      if (!Files.isDirectory(directory)) {
        throw CommandException.wrongUsage(
            "'"
                + directory
                + (Files.exists(directory)
                    ? "' is no directory; give one on the device, never the device itself"
                    : "': No such file or directory"));
      }
      requireExpected(directory);
    }
    requireDifferentDevices();
  }

  /** Loads on one device at once would be each other's busy neighbours. */
  private void requireDifferentDevices() throws CommandException {
    Map<String, Path> seen = new HashMap<>();
    for (Path directory : directories) {
      for (BlockDevice leaf : probe(directory).leaves()) {
        Path other = seen.put(leaf.name(), directory);
        if (other != null) {
          throw CommandException.wrongUsage(
              "'" + other + "' and '" + directory + "' are on one device, " + leaf.name());
        }
      }
    }
  }

  private void requireExpected(Path directory) throws CommandException {
    if (expectedDevice == null) {
      return;
    }
    StorageStack stack = probe(directory);
    List<String> names = new ArrayList<>();
    names.add(stack.identity());
    names.add(stack.mount().source());
    stack.stack().forEach(device -> names.add(device.name()));
    stack.stack().forEach(device -> names.add("/dev/" + device.name()));
    if (!names.contains(expectedDevice)) {
      throw CommandException.wrongUsage(
          "'" + directory + "' is not on " + expectedDevice + " but on " + names);
    }
  }

  private static StorageStack probe(Path directory) {
    return StorageProbe.ofThisMachine().probe(directory);
  }

  private Path onlyDirectory(String option) throws CommandException {
    if (directories.size() != 1) {
      throw CommandException.wrongUsage(option + " takes one directory");
    }
    return directories.getFirst();
  }

  private static Specification read(String named) throws CommandException, IOException {
    Path file = Path.of(named);
    try {
      return Files.exists(file) || !ShippedSpecification.isName(named)
          ? SpecificationReader.read(file)
          : SpecificationReader.parse(named, ShippedSpecification.text(named));
    } catch (SpecificationException e) {
      throw CommandException.wrongUsage(String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      throw CommandException.wrongUsage(
          named + ": No such file, nor one of the shipped: " + ShippedSpecification.names());
    }
  }

  private int resumed(Path run) throws CommandException, IOException {
    if (!directories.isEmpty() || specification != null) {
      throw CommandException.wrongUsage(
          "--resume goes on with its run's directories and specification; name no others");
    }
    RunDirectory directory = RunDirectory.existing(Homes.of(console).runs(), run);
    QualifyRecord record = QualifyRecord.read(directory);
    directories = record.directories().stream().map(Path::of).toList();
    soakSeconds = record.soakSeconds();
    seed = record.seed();
    writeBudgetBytes = record.writeBudgetBytes();
    try {
      Specification same =
          SpecificationReader.parse(directory.path().toString(), record.specificationText());
      return qualify(request(same, directories, directory.path()));
    } catch (SpecificationException e) {
      throw CommandException.wrongUsage(String.valueOf(e.getMessage()));
    }
  }

  private QualifyRequest request(Specification read, List<Path> where, @Nullable Path resumedRun) {
    return new QualifyRequest(
        read,
        where,
        soakSeconds,
        writeBudgetBytes,
        seed == null ? RandomGenerator.getDefault().nextLong(1L << 32) : seed,
        Homes.of(console).runs(),
        commandLine(where),
        Version.current(),
        console.environment().getOrDefault("PATH", ""),
        this::copyChoice,
        new Cancellation(),
        resumedRun);
  }

  private String commandLine(List<Path> where) {
    StringBuilder line = new StringBuilder("cleave qualify --spec ");
    line.append(specification == null ? "specification.yaml" : specification);
    if (soakSeconds > 0) {
      line.append(String.format(Locale.ROOT, " --soak %.0fs", soakSeconds));
    }
    if (writeBudgetBytes != null) {
      line.append(" --write-budget ").append(writeBudgetBytes);
    }
    if (seed != null) {
      line.append(" --seed ").append(seed);
    }
    where.forEach(directory -> line.append(' ').append(directory.toAbsolutePath()));
    return line.toString();
  }

  /** As 'cleave copy --sync' would copy a large file there. */
  private CopyChoice copyChoice(Path directory) {
    PlanChoice choice =
        PlanChoice.matching(directory, directory, Clock.DURABLE, console, PlanOptions.NONE);
    String why =
        choice.profile() == null ? "no profile fits" : "by the profile " + choice.profile();
    return new CopyChoice(choice.plans().of(SizeClass.LARGE), why);
  }

  private int qualify(QualifyRequest request) throws IOException {
    try (var _ = Interruption.whileOpen(request.cancellation());
        QualifyProgress progress = new QualifyProgress(console, common)) {
      QualifyResult result = QualifySession.run(request, progress);
      progress.clear();
      show(result);
      return exitCode(result.run().verdict());
    }
  }

  private void show(QualifyResult result) {
    show(result, console, common);
  }

  /** A run, measured or rendered again. */
  static void show(QualifyResult result, Console console, CommonOptions common) {
    result.warnings().forEach(console::say);
    if (common.json()) {
      console
          .out()
          .println(
              QualifyDocument.of(result.run(), result.directory(), result.junit(), result.report())
                  .toJson());
      return;
    }
    console.out().print(QualifySummary.of(result.run()));
    console.out().println("report:  " + (result.report() == null ? "none" : result.report()));
    console.out().println("junit:   " + (result.junit() == null ? "none" : result.junit()));
  }

  private static int exitCode(QualifyVerdict verdict) {
    return switch (verdict) {
      case PASS -> ExitCode.DONE;
      case FAIL -> ExitCode.FAILED;
      case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
      case INVALID -> ExitCode.INVALID;
    };
  }

  private int powerLoss(String what) throws CommandException, IOException {
    Path directory = onlyDirectory("--power-loss");
    if (log == null) {
      throw CommandException.wrongUsage("--power-loss needs --log, on another disk or host");
    }
    if (what.equals("check")) {
      PowerLossOutcome outcome = PowerLossCheck.run(directory, Path.of(log));
      console.out().println(common.json() ? outcome.toJson() : outcome.toString());
      return outcome.isWhole() ? ExitCode.DONE : ExitCode.FAILED;
    }
    if (!what.equals("record")) {
      throw CommandException.wrongUsage("--power-loss is record or check");
    }
    Cancellation cancellation = new Cancellation();
    try (var _ = Interruption.whileOpen(cancellation)) {
      PowerLossRecord.run(directory, log, console.out(), recordSeconds, cancellation);
    }
    return ExitCode.DONE;
  }
}

package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyEngine;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyListener;
import dev.cleave.engine.CopyOptions;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.ReflinkMode;
import dev.cleave.engine.SparseMode;
import dev.cleave.engine.SyncPolicy;
import dev.cleave.tuner.measure.Clock;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cleave copy SRC… DST}. */
@Command(
    description =
        "Copies SRC to DST, or each SRC into the directory DST, by the profile that fits.",
    sortOptions = false)
final class CopyCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "SRC... DST",
      arity = "1..*",
      description = "What to copy, and where to.")
  private List<String> operands = List.of();

  @Option(
      names = {"-r", "-R", "--recursive"},
      description = "Copy directories with what is in them.")
  private boolean recursive;

  @Option(
      names = {"-p", "--preserve"},
      description = "Keep mode and times.")
  private boolean preserve;

  @Option(
      names = {"-a", "--archive"},
      description = "The same as -r -p.")
  private boolean archive;

  @Option(
      names = {"-T", "--no-target-directory"},
      description = "DST is the copy's own name, even if it is a directory.")
  private boolean noTargetDirectory;

  @Option(names = "--inplace", description = "Write into an existing target, don't replace it.")
  private boolean inPlace;

  @Option(
      names = "--sync",
      arity = "0..1",
      fallbackValue = "full",
      preprocessor = AttachedValue.class,
      paramLabel = "none|data|full",
      description = "Return when the data (full: and its name) is on the device.")
  private @Nullable String sync;

  @Option(
      names = "--sparse",
      paramLabel = "auto|always|never",
      description = "What becomes of holes: kept, made of zeros too, or filled; auto unless told.")
  private String sparse = "auto";

  @Option(
      names = "--verify",
      description = "Read the copy back, past the page cache, and compare it with the source.")
  private boolean verify;

  @Option(
      names = "--bwlimit",
      paramLabel = "RATE",
      converter = PlanOptions.Rate.class,
      description = "Bytes per second that the copy may move, as 100MB; 0 is no limit.")
  private long bandwidthLimit;

  @Option(
      names = "--reflink",
      arity = "0..1",
      fallbackValue = "always",
      preprocessor = AttachedValue.class,
      paramLabel = "auto|always|never",
      description = "Share the source's blocks where the file system can; auto unless told.")
  private @Nullable String reflink;

  @Mixin private final PlanOptions planOptions = new PlanOptions();

  @Option(names = "--profile", paramLabel = "NAME", description = "Use this profile.")
  private @Nullable String profile;

  @Option(names = "--no-profile", description = "Use no profile.")
  private boolean noProfile;

  @Option(names = "--explain", description = "Say which plan is used, and why.")
  private boolean explain;

  @Mixin private final CommonOptions common = new CommonOptions();

  CopyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandException, IOException {
    List<CopyItem> items = items();
    CopyOptions options = options();
    PlanChoice choice = choose(items.getFirst(), options.sync());
    CopyTalk talk = new CopyTalk(console, common, explain, choice);
    talk.before();
    try (Interruption interruption = Interruption.whileOpen(new Cancellation())) {
      CopyListener listener = talk.listener();
      CopyOutcome outcome =
          CopyEngine.copy(
              new CopyRequest(
                  items, choice.plans(), options, listener, interruption.cancellation()));
      talk.after(outcome);
      return outcome.isComplete() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private List<CopyItem> items() throws CommandException {
    List<BytePath> paths = new ArrayList<>();
    for (String operand : operands) {
      paths.add(RawArguments.path(operand));
    }
    return Operands.items(paths, noTargetDirectory);
  }

  private CopyOptions options() throws CommandException {
    try {
      return CopyOptions.DEFAULTS
          .withRecursive(recursive || archive)
          .withPreserve(preserve || archive)
          .withInPlace(inPlace)
          .withSync(syncPolicy())
          .withSparse(sparseMode())
          .withVerify(verify)
          .withBandwidthLimit(bandwidthLimit)
          .withSplitThresholdBytes(planOptions.splitThresholdBytes())
          .withMemoryLimitBytes(planOptions.memoryLimitBytes())
          .withReflink(reflinkMode());
    } catch (IllegalArgumentException e) {
      throw CommandException.wrongUsage(String.valueOf(e.getMessage()));
    }
  }

  private SparseMode sparseMode() throws CommandException {
    for (SparseMode mode : SparseMode.values()) {
      if (mode.toString().equals(sparse)) {
        return mode;
      }
    }
    throw CommandException.wrongUsage(
        "invalid argument '" + sparse + "' for '--sparse': use auto, always or never");
  }

  private ReflinkMode reflinkMode() throws CommandException {
    return switch (reflink) {
      case null -> ReflinkMode.AUTO;
      case "auto" -> ReflinkMode.AUTO;
      case "always" -> ReflinkMode.ALWAYS;
      case "never" -> ReflinkMode.NEVER;
      default ->
          throw CommandException.wrongUsage(
              "invalid argument '" + reflink + "' for '--reflink': use auto, always or never");
    };
  }

  private SyncPolicy syncPolicy() throws CommandException {
    return switch (sync) {
      case null -> SyncPolicy.WHEN_REPLACING;
      case "none" -> SyncPolicy.NONE;
      case "data" -> SyncPolicy.DATA;
      case "full" -> SyncPolicy.FULL;
      default ->
          throw CommandException.wrongUsage(
              "invalid argument '" + sync + "' for '--sync': use none, data or full");
    };
  }

  private PlanChoice choose(CopyItem first, SyncPolicy policy) throws CommandException {
    Clock clock = policy.isDurable() ? Clock.DURABLE : Clock.COMMAND;
    Homes homes = Homes.of(console.environment());
    try {
      if (noProfile) {
        return PlanChoice.withoutProfile(planOptions);
      }
      return profile == null
          ? PlanChoice.matching(
              nioPath(first.source()), nioPath(first.target()), clock, homes, planOptions)
          : PlanChoice.named(profile, clock, homes, planOptions);
    } catch (IllegalArgumentException e) {
      throw CommandException.wrongUsage(String.valueOf(e.getMessage()));
    }
  }

  /** For the probe only: of a name that is no text, the nearest directory that is. */
  private static Path nioPath(BytePath path) {
    try {
      return path.toPath();
    } catch (CharacterCodingException | java.nio.file.InvalidPathException e) {
      BytePath parent = path.parent();
      return parent.equals(path) ? Path.of(".") : nioPath(parent);
    }
  }
}

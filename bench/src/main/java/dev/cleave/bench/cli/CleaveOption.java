package dev.cleave.bench.cli;

import dev.cleave.bench.cli.GnuOptions.Spelling;
import dev.cleave.bench.cli.GnuOptions.Value;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.options.CopyOptionsBuilder;
import dev.cleave.engine.options.SyncPolicy;
import java.util.List;

/** The options that {@code copy} has beyond cp's. */
enum CleaveOption implements CopyOption {
  DRY_RUN("", Value.NONE, "dry-run"),
  EXCLUDE("", Value.REQUIRED, "exclude"),
  INCLUDE("", Value.REQUIRED, "include"),
  IN_PLACE("", Value.NONE, "inplace"),
  SYNC("", Value.optional("full"), "sync"),
  VERIFY("", Value.NONE, "verify"),
  RESUME("", Value.NONE, "resume"),
  BANDWIDTH_LIMIT("", Value.REQUIRED, "bwlimit"),
  ENABLED("", Value.NONE, "enabled", "parallel"),
  SPLIT_DEPTH("", Value.REQUIRED, "max-depth", "split-depth"),
  CHUNK("", Value.REQUIRED, "chunk"),
  CHUNK_MEBIBYTES("", Value.REQUIRED, "chunk-size-mb"),
  MIN_FILE_SIZE("", Value.REQUIRED, "min-file-size"),
  MIN_FILE_MEBIBYTES("", Value.REQUIRED, "min-file-size-mb"),
  BACKEND("", Value.REQUIRED, "backend"),
  QUEUE_DEPTH("", Value.REQUIRED, "queue-depth"),
  WORKERS("", Value.REQUIRED, "workers"),
  PREALLOCATE("", Value.optional("yes"), "preallocate"),
  MEMORY_LIMIT("", Value.REQUIRED, "memory-limit"),
  PROFILE("", Value.REQUIRED, "profile"),
  NO_PROFILE("", Value.NONE, "no-profile"),
  TUNE_FIRST("", Value.optional("3m"), "tune-first"),
  ADAPT("", Value.NONE, "adapt"),
  EXPLAIN("", Value.NONE, "explain"),
  JSON("", Value.NONE, "json"),
  QUIET("q", Value.NONE, "quiet");

  private static final Choice<SyncPolicy> SYNC_POLICIES =
      Choice.of("--sync", SyncPolicy.NONE, SyncPolicy.DATA, SyncPolicy.FULL);
  private static final Choice<BackendKind> BACKENDS = Choice.of("--backend", BackendKind.values());

  private static final Choice<Answer> PREALLOCATIONS = Choice.of("--preallocate", Answer.values());

  private enum Answer {
    YES,
    NO;

    @Override
    public String toString() {
      return this == YES ? "yes" : "no";
    }
  }

  private final Spelling spelling;

  CleaveOption(String letters, Value value, String... names) {
    spelling = new Spelling(letters, value, List.of(names));
  }

  @Override
  public Spelling spelling() {
    return spelling;
  }

  /** To cp's: {@code --par} is {@code --parents}, although there is {@code --parallel}. */
  @Override
  public boolean yields() {
    return true;
  }

  @Override
  public void applyTo(CopySettings settings, String value) throws CommandException {
    CopyOptionsBuilder options = settings.options();
    PlanOptions plan = settings.plan();
    Speech speech = settings.speech();
    switch (this) {
      case DRY_RUN -> settings.dryRun();
      case EXCLUDE -> options.exclude(RawArguments.path(value));
      case INCLUDE -> options.include(RawArguments.path(value));
      case IN_PLACE -> options.inPlace(true);
      case SYNC -> options.sync(SYNC_POLICIES.named(value, settings.quotes()));
      case VERIFY -> options.verify(true);
      case RESUME -> options.resume(true);
      case BANDWIDTH_LIMIT -> options.bandwidthLimit(rate(value));
      case ENABLED -> settings.plan(plan.withEnabled());
      case SPLIT_DEPTH -> settings.plan(plan.with(new PlanChange.SplitDepth(number(value))));
      case CHUNK -> settings.plan(plan.with(new PlanChange.Chunk(size(value))));
      case CHUNK_MEBIBYTES -> settings.plan(plan.with(new PlanChange.Chunk(mebibytes(value))));
      case MIN_FILE_SIZE -> options.splitThresholdBytes(size(value));
      case MIN_FILE_MEBIBYTES -> options.splitThresholdBytes(mebibytes(value));
      case BACKEND ->
          settings.plan(
              plan.with(new PlanChange.Backend(BACKENDS.named(value, settings.quotes()))));
      case QUEUE_DEPTH -> settings.plan(plan.with(new PlanChange.QueueDepth(number(value))));
      case WORKERS -> settings.plan(plan.with(new PlanChange.Workers(number(value))));
      case PREALLOCATE -> {
        boolean preallocate = PREALLOCATIONS.named(value, settings.quotes()) == Answer.YES;
        settings.plan(plan.with(new PlanChange.Preallocate(preallocate)));
      }
      case MEMORY_LIMIT -> options.memoryLimitBytes(size(value));
      case PROFILE -> settings.profile(value);
      case NO_PROFILE -> settings.noProfile();
      case TUNE_FIRST -> settings.tuneFirst(TuneFirst.of(value));
      case ADAPT -> settings.adapt();
      case EXPLAIN -> settings.speech(speech.withExplain());
      case JSON -> settings.speech(speech.withJson());
      case QUIET -> settings.speech(speech.withQuiet());
    }
  }

  private static long size(String value) {
    return ByteSize.parse(value).bytes();
  }

  /** Bytes per second: a size, with or without {@code /s} behind it. */
  private static long rate(String value) {
    return size(value.endsWith("/s") ? value.substring(0, value.length() - 2) : value);
  }

  private static long mebibytes(String value) {
    return number(value) * ByteSize.MIB;
  }

  private static int number(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + value + "' is no whole number", e);
    }
  }
}

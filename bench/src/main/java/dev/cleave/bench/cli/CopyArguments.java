package dev.cleave.bench.cli;

import dev.cleave.bench.cli.GnuOptions.Given;
import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.CopyOptionsBuilder;
import dev.cleave.engine.options.PreserveOptions;
import dev.cleave.engine.options.ReflinkMode;
import dev.cleave.engine.options.SparseMode;
import dev.cleave.engine.options.SyncPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line of {@code copy}, understood: of an option given twice the last one counts. */
final class CopyArguments {
  private final List<BytePath> operands = new ArrayList<>();
  private final CopyOptionsBuilder options = CopyOptions.builder();
  private PlanOptions planOptions = PlanOptions.NONE;
  private Speech speech = Speech.NORMAL;
  private @Nullable String profile;
  private boolean noTargetDirectory;
  private boolean noProfile;
  private boolean help;

  private CopyArguments() {}

  /**
   * @throws CommandException if an option is unknown or its value can't be
   */
  static CopyArguments parse(String[] args, boolean posixlyCorrect) throws CommandException {
    CopyArguments arguments = new CopyArguments();
    GnuOptions<CopyOption> parsed =
        GnuOptions.parse(Arrays.asList(CopyOption.values()), args, posixlyCorrect);
    for (Given<CopyOption> given : parsed.options()) {
      try {
        arguments.take(given.option(), given.value() == null ? "" : given.value());
      } catch (IllegalArgumentException e) {
        throw CommandException.wrongUsage(String.valueOf(e.getMessage()));
      }
    }
    arguments.refuseContradictions();
    for (String operand : parsed.operands()) {
      arguments.operands.add(RawArguments.path(operand));
    }
    return arguments;
  }

  private void refuseContradictions() throws CommandException {
    try {
      options.build();
    } catch (IllegalArgumentException e) {
      throw CommandException.wrongUsage(String.valueOf(e.getMessage()));
    }
  }

  private void take(CopyOption option, String value) {
    switch (option) {
      case RECURSIVE -> options.recursive(true);
      case PRESERVE -> options.preserve(PreserveOptions.BASICS);
      case ARCHIVE -> options.recursive(true).preserve(PreserveOptions.BASICS);
      case NO_TARGET_DIRECTORY -> noTargetDirectory = true;
      case EXCLUDE -> options.exclude(RawArguments.path(value));
      case INCLUDE -> options.include(RawArguments.path(value));
      case IN_PLACE -> options.inPlace(true);
      case SYNC -> options.sync(value.isEmpty() ? SyncPolicy.FULL : sync(value));
      case SPARSE -> options.sparse(one(option, SparseMode.values(), value));
      case REFLINK ->
          options.reflink(
              value.isEmpty() ? ReflinkMode.ALWAYS : one(option, ReflinkMode.values(), value));
      case VERIFY -> options.verify(true);
      case BANDWIDTH_LIMIT -> options.bandwidthLimit(rate(value));
      case MIN_FILE_SIZE -> options.splitThresholdBytes(size(value));
      case MIN_FILE_MEBIBYTES -> options.splitThresholdBytes(mebibytes(value));
      case MEMORY_LIMIT -> options.memoryLimitBytes(size(value));
      case PROFILE -> profile = value;
      case NO_PROFILE -> noProfile = true;
      case HELP -> help = true;
      case EXPLAIN -> speech = speech.withExplain();
      case JSON -> speech = speech.withJson();
      case VERBOSE -> speech = speech.withVerbose();
      case QUIET -> speech = speech.withQuiet();
      case ENABLED, SPLIT_DEPTH, CHUNK, CHUNK_MEBIBYTES, BACKEND, QUEUE_DEPTH ->
          planOptions = plan(option, value);
    }
  }

  private PlanOptions plan(CopyOption option, String value) {
    PlanOptions old = planOptions;
    boolean enabled = old.enabled() || option == CopyOption.ENABLED;
    return switch (option) {
      case SPLIT_DEPTH ->
          new PlanOptions(
              enabled, number(value), old.chunkBytes(), old.backend(), old.queueDepth());
      case CHUNK ->
          new PlanOptions(enabled, old.splitDepth(), size(value), old.backend(), old.queueDepth());
      case CHUNK_MEBIBYTES ->
          new PlanOptions(
              enabled, old.splitDepth(), mebibytes(value), old.backend(), old.queueDepth());
      case BACKEND ->
          new PlanOptions(
              enabled,
              old.splitDepth(),
              old.chunkBytes(),
              one(option, BackendKind.values(), value),
              old.queueDepth());
      case QUEUE_DEPTH ->
          new PlanOptions(
              enabled, old.splitDepth(), old.chunkBytes(), old.backend(), number(value));
      default ->
          new PlanOptions(
              enabled, old.splitDepth(), old.chunkBytes(), old.backend(), old.queueDepth());
    };
  }

  private static SyncPolicy sync(String value) {
    SyncPolicy policy = one(CopyOption.SYNC, SyncPolicy.values(), value);
    if (policy == SyncPolicy.WHEN_REPLACING) {
      throw new IllegalArgumentException("invalid argument '" + value + "' for '--sync'");
    }
    return policy;
  }

  /** The constant of that label. */
  private static <T extends Enum<T>> T one(CopyOption option, T[] values, String label) {
    for (T value : values) {
      if (value.toString().equals(label)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "invalid argument '"
            + label
            + "' for '--"
            + option.names().getFirst()
            + "': choose of "
            + Arrays.toString(values));
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

  List<BytePath> operands() {
    return operands;
  }

  /** The same each time. */
  CopyOptions options() {
    return options.build();
  }

  PlanOptions planOptions() {
    return planOptions;
  }

  Speech speech() {
    return speech;
  }

  @Nullable String profile() {
    return profile;
  }

  boolean noTargetDirectory() {
    return noTargetDirectory;
  }

  boolean noProfile() {
    return noProfile;
  }

  boolean help() {
    return help;
  }
}

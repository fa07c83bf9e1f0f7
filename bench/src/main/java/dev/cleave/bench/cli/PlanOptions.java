package dev.cleave.bench.cli;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyOptions;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code copy} that say how fast: each replaces one field of the profile's plan. */
final class PlanOptions {
  @Option(
      names = {"--enabled", "--parallel"},
      description = "Split large files: depth 2, chunk 2MiB, unless other options say otherwise.")
  private boolean enabled;

  @Option(
      names = {"--max-depth", "--split-depth"},
      paramLabel = "N",
      description = "Levels of the split: at most 2^N tasks a file; 0 is sequential.")
  private @Nullable Integer splitDepth;

  @Option(
      names = "--chunk",
      paramLabel = "SIZE",
      converter = Size.class,
      description = "Bytes per read or write, as 4MiB.")
  private @Nullable Long chunk;

  @Option(names = "--chunk-size-mb", paramLabel = "N", description = "The same in MiB.")
  private @Nullable Integer chunkMebibytes;

  @Option(
      names = "--min-file-size",
      paramLabel = "SIZE",
      converter = Size.class,
      description = "Smaller files are never split; 128MiB unless told.")
  private @Nullable Long minFileSize;

  @Option(names = "--min-file-size-mb", paramLabel = "N", description = "The same in MiB.")
  private @Nullable Integer minFileMebibytes;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      converter = Backend.class,
      description = "How bytes move: ${COMPLETION-CANDIDATES}.")
  private @Nullable BackendKind backend;

  @Option(
      names = "--queue-depth",
      paramLabel = "N",
      description = "Requests a task keeps in flight.")
  private @Nullable Integer queueDepth;

  @Option(
      names = "--memory-limit",
      paramLabel = "SIZE",
      converter = Size.class,
      description = "Bound on all buffers together; 512MiB unless told.")
  private long memoryLimit = CopyOptions.DEFAULT_MEMORY_LIMIT_BYTES;

  /** Whether a copy shall be split even without a profile. */
  boolean splits() {
    return enabled || splitDepth != null;
  }

  /**
   * The plan with the fields that were given.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  CopyPlan applyTo(CopyPlan plan) {
    CopyPlan changed = plan;
    if (enabled) {
      changed =
          changed
              .withSplitDepth(CopyPlan.SEED.splitDepth())
              .withChunkBytes(CopyPlan.SEED.chunkBytes());
    }
    if (backend != null) {
      changed = changed.withBackend(backend);
    }
    if (splitDepth != null) {
      changed = changed.withSplitDepth(splitDepth);
    }
    Long chunkBytes = chosen(chunk, chunkMebibytes);
    if (chunkBytes != null) {
      changed = changed.withChunkBytes(chunkBytes);
    }
    return queueDepth == null ? changed : changed.withQueueDepth(queueDepth);
  }

  long splitThresholdBytes() {
    Long bytes = chosen(minFileSize, minFileMebibytes);
    return bytes == null ? CopyOptions.DEFAULT_SPLIT_THRESHOLD_BYTES : bytes;
  }

  private static @Nullable Long chosen(@Nullable Long bytes, @Nullable Integer mebibytes) {
    return bytes != null || mebibytes == null ? bytes : Long.valueOf(mebibytes * ByteSize.MIB);
  }

  long memoryLimitBytes() {
    return memoryLimit;
  }

  /** Sizes as {@link ByteSize} reads them. */
  static final class Size implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
      try {
        return ByteSize.parse(value).bytes();
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Bytes per second: a size, with or without {@code /s} behind it. */
  static final class Rate implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
      String size = value.endsWith("/s") ? value.substring(0, value.length() - 2) : value;
      return new Size().convert(size);
    }
  }

  /** Backends by their labels. */
  static final class Backend implements ITypeConverter<BackendKind> {
    @Override
    public BackendKind convert(String value) {
      for (BackendKind kind : BackendKind.values()) {
        if (kind.toString().equals(value)) {
          return kind;
        }
      }
      throw new TypeConversionException(
          "'" + value + "' is no backend: choose of " + Arrays.toString(BackendKind.values()));
    }
  }
}

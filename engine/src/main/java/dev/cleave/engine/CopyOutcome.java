package dev.cleave.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a copy did.
 *
 * @param files regular files, directories, links and others that have their final name
 * @param bytes bytes of data copied, without holes
 * @param commandNanos until the copy returned
 * @param durableNanos until the data was on the device; null if that was not asked for
 * @param failures entries that could not be copied, or not wholly
 * @param resumedFiles entries that an earlier copy had finished, not counted in {@code files}
 * @param resumedBytes their sizes, and the data that was there of files it had begun
 * @param plans each combination of size class and plan that occurred, once
 * @param errors the first {@value #MOST_KEPT} of them: a listener hears of all
 * @param warnings likewise
 */
public record CopyOutcome(
    long files,
    long bytes,
    long commandNanos,
    @Nullable Long durableNanos,
    long failures,
    long resumedFiles,
    long resumedBytes,
    List<PlanUse> plans,
    List<CopyError> errors,
    List<String> warnings) {
  /** A million failures must not fill the heap. */
  public static final int MOST_KEPT = 1_000;

  public CopyOutcome {
    plans = List.copyOf(plans);
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  public boolean isComplete() {
    return failures == 0;
  }
}

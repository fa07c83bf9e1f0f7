package dev.cleave.tuner.measure;

import org.jspecify.annotations.Nullable;

/**
 * The room there was for the copy, before it. Each is null where the system doesn't say.
 *
 * @param freeBytes of the target's file system
 * @param fillLevel share of it that was used, 0 to 1
 * @param dirtyLimitBytes so much may be dirty before the kernel makes writers wait
 * @param passesDirtyLimit whether the sample's bytes are more than that
 */
public record TargetSpace(
    @Nullable Long freeBytes,
    @Nullable Double fillLevel,
    @Nullable Long dirtyLimitBytes,
    @Nullable Boolean passesDirtyLimit) {
  public static final TargetSpace UNKNOWN = new TargetSpace(null, null, null, null);
}

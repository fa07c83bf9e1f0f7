package dev.cleave.engine;

import org.jspecify.annotations.Nullable;

/**
 * A path that was not copied.
 *
 * @param message one line that says what failed, on what, and why
 * @param errno the kernel's error number; null if it was not the kernel that refused
 */
public record CopyError(BytePath path, String message, @Nullable Integer errno) {}

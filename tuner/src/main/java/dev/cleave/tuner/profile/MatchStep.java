package dev.cleave.tuner.profile;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was considered for a copy.
 *
 * @param profile its id; null for the sequential default
 * @param level the closest level it fits on, or the last one tried
 * @param taken whether any of its plans is used
 * @param why one phrase for people
 */
public record MatchStep(@Nullable String profile, MatchLevel level, boolean taken, String why) {}

package dev.cleave.tuner.profile;

import dev.cleave.engine.CopyPlan;
import org.jspecify.annotations.Nullable;

/**
 * The plan for files of one size class under one clock.
 *
 * @param profile the profile it comes from; null for the sequential default
 * @param why one phrase for people
 */
public record MatchedPlan(CopyPlan plan, @Nullable String profile, String why) {}

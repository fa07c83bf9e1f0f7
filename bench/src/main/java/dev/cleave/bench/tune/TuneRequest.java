package dev.cleave.bench.tune;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a tune is told.
 *
 * @param source where the data is read from
 * @param destination where copies are written to; the same directory tunes one device
 * @param startNanos when the command began, by {@link System#nanoTime}: the budget counts from then
 * @param fileBytes size of the file that is copied; null to choose one
 * @param runs where the run's directory is made
 * @param profiles the store the profile is saved in
 */
public record TuneRequest(
    Path source,
    Path destination,
    long startNanos,
    double budgetSeconds,
    @Nullable Long writeBudgetBytes,
    @Nullable Long fileBytes,
    long seed,
    Path runs,
    Path profiles,
    String commandLine,
    String version) {}

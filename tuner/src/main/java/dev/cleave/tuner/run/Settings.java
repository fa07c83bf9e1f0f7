package dev.cleave.tuner.run;

import dev.cleave.tuner.measure.CacheState;
import org.jspecify.annotations.Nullable;

/**
 * What a run was told.
 *
 * @param writeBudgetBytes null if unlimited
 * @param margin the loss that counts as none, 0.03 for 3 %
 * @param seed of the shuffled orders and of the data
 * @param fileBytes the size of the file that each sample copies
 */
public record Settings(
    double budgetSeconds,
    @Nullable Long writeBudgetBytes,
    double margin,
    long seed,
    long fileBytes,
    CacheState cacheState) {}

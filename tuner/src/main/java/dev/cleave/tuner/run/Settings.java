package dev.cleave.tuner.run;

import org.jspecify.annotations.Nullable;

/**
 * What a run was told.
 *
 * @param writeBudgetBytes null if unlimited
 * @param margin the loss that counts as none, 0.03 for 3 %
 * @param seed of the shuffled orders and of the data
 */
public record Settings(
    double budgetSeconds, @Nullable Long writeBudgetBytes, double margin, long seed) {}

/**
 * Runs beside each other: whether the plans of one are as fast in another.
 *
 * <p>Throughputs themselves are compared, not ratios to each run's default: a machine on which
 * everything got slower must not look the same.
 */
@NullMarked
package dev.cleave.reports.compare;

import org.jspecify.annotations.NullMarked;

/**
 * What goes around the copy that a sample is: the data, the clean device, the state of the cache,
 * the evidence, and the check of what was copied. Who copies is another package's: {@code jmh}, in
 * a worker, or {@code process}, by the whole command.
 *
 * <p>Evidence is read by one small class a source, below roots that are given, and what the kernel
 * doesn't say is null. It is judged by two enums: {@link dev.cleave.bench.trial.ImpossibleSample}
 * makes a sample INVALID, {@link dev.cleave.bench.trial.DoubtfulSample} only warns.
 */
@NullMarked
package dev.cleave.bench.trial;

import org.jspecify.annotations.NullMarked;

/**
 * Holds devices against a specification: workloads, what else went on, and the verdict.
 *
 * <p>Measuring ({@code *Runner}, {@link dev.cleave.bench.qualify.WorkloadBed}), deciding ({@link
 * dev.cleave.bench.qualify.Judge}) and showing (the reports) are apart, so that verdicts are tested
 * on series whose truth is known.
 *
 * <p>A disturbance can only make a device look slower, so it never makes a PASS invalid; and a FAIL
 * stays one if it would be one without the disturbance.
 */
@NullMarked
package dev.cleave.bench.qualify;

import org.jspecify.annotations.NullMarked;

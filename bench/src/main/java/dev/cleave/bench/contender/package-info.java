/**
 * {@code cleave bench}: the engine and its peers copy the same file, each as a process, in rounds
 * of shuffled order, with the roofline measured in the same rounds.
 *
 * <p>Everybody is timed from the start of a process to its exit, Cleave's JVM included: that is
 * what a user waits for. What isn't on the clock is as in a tune ({@code bench.trial}).
 */
@NullMarked
package dev.cleave.bench.contender;

import org.jspecify.annotations.NullMarked;

/**
 * Which plans are tried, and which one is recommended.
 *
 * <p>{@link dev.cleave.tuner.search.Tuner} is the list of steps: a preflight of the default against
 * itself, a {@link dev.cleave.tuner.search.SearchSpace} shrunk to the budget, a {@link
 * dev.cleave.tuner.search.SearchStrategy} that measures candidates through the {@link
 * dev.cleave.tuner.search.Evaluator}; then a nomination for each clock, its confirmation by fresh
 * pairs, a look at the whole process, and the gain.
 *
 * <p>What looks odd and is meant:
 *
 * <ul>
 *   <li>Strategies don't choose. One rule judges the samples of all of them, so that their error
 *       rates can be compared.
 *   <li>The sweep proves nothing, it nominates: the best of many noisy candidates overstates
 *       itself. So no error is spent there, and all of it on one plan's fresh pairs, over several
 *       looks.
 *   <li>The gain has samples of its own, behind the confirmation: a proof ends when it looks good,
 *       and so its ratio is too high.
 *   <li>Ratios are trimmed means, and a few pairs lean on the spread that the sweep has shown:
 *       copies have heavy tails, and six pairs say little of their own spread.
 *   <li>A tune that proves nothing ends before its budget does. Using the confirmation's share for
 *       more rounds would be a second look at the same question, at the same error.
 * </ul>
 */
@NullMarked
package dev.cleave.tuner.search;

import org.jspecify.annotations.NullMarked;

/**
 * Which plans are tried, and which one is recommended.
 *
 * <p>{@link dev.cleave.tuner.search.Tuner} is the list of steps: a preflight of the default against
 * itself, a {@link dev.cleave.tuner.search.SearchSpace} shrunk to the budget, a {@link
 * dev.cleave.tuner.search.SearchStrategy} that measures candidates through the {@link
 * dev.cleave.tuner.search.Evaluator}, the choice by {@link dev.cleave.tuner.search.PlanChooser},
 * and a confirmation on fresh files.
 *
 * <p>Three things that look odd and are meant:
 *
 * <ul>
 *   <li>Strategies don't choose. One rule judges the samples of all of them, so that their error
 *       rates can be compared.
 *   <li>Candidates are compared with the default pair by pair, each with its own t interval, and
 *       the variance isn't pooled: plans with many tasks are noisier than sequential ones.
 *   <li>A tune that proves nothing ends before its budget does. Using the confirmation's share for
 *       more rounds would be a second look at the same question, at the same error.
 * </ul>
 */
@NullMarked
package dev.cleave.tuner.search;

import org.jspecify.annotations.NullMarked;

/**
 * Samples through the whole {@code cleave copy} process, its JVM's start included: what a user
 * gets, by which finalists are confirmed.
 */
@NullMarked
package dev.cleave.bench.process;

import org.jspecify.annotations.NullMarked;

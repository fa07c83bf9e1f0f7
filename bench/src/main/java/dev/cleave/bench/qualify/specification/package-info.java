/**
 * Reads what a device is to be held against: YAML with units, each mistake named with its line and
 * column.
 *
 * <p>The tree is our own, read from the parser's events: it keeps where each value stands, and has
 * no aliases, so that a few lines can't unfold into gigabytes.
 */
@NullMarked
package dev.cleave.bench.qualify.specification;

import org.jspecify.annotations.NullMarked;

/**
 * How one sample is taken: the data, the state of the cache, the copy itself, the evidence, and the
 * check of what was copied.
 */
@NullMarked
package dev.cleave.bench.trial;

import org.jspecify.annotations.NullMarked;

/** Pure functions on samples, each with its source. */
@NullMarked
package dev.cleave.tuner.stats;

import org.jspecify.annotations.NullMarked;

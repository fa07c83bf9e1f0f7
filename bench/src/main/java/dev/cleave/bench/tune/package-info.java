/** A tune from end to end: the data, the trials, the decision, the reports and the profile. */
@NullMarked
package dev.cleave.bench.tune;

import org.jspecify.annotations.NullMarked;

/** Everything one tune found, as it is written to {@code run.json}. */
@NullMarked
package dev.cleave.tuner.run;

import org.jspecify.annotations.NullMarked;

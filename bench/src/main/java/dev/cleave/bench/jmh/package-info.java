/** JMH: the benchmark whose iterations are samples, and the measurer that runs it. */
@NullMarked
package dev.cleave.bench.jmh;

import org.jspecify.annotations.NullMarked;

/** The {@code cleave} command line: one command per file. */
@NullMarked
package dev.cleave.bench.cli;

import org.jspecify.annotations.NullMarked;

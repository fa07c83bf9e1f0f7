/** The documents for machines: run.json, and what the commands print under {@code --json}. */
@NullMarked
package dev.cleave.reports.json;

import org.jspecify.annotations.NullMarked;

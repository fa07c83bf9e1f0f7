/** How Cleave's records look as JSON, in one place for journal, run, profile and {@code --json}. */
@NullMarked
package dev.cleave.tuner.json;

import org.jspecify.annotations.NullMarked;

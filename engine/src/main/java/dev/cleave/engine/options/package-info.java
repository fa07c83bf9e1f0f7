/**
 * What a copy shall mean, as opposed to how fast it runs: {@link
 * dev.cleave.engine.options.CopyOptions}, in four parts by who reads them, made by one builder.
 *
 * <p>Their defaults are those of cp, but that an existing target is replaced as a whole.
 */
@NullMarked
package dev.cleave.engine.options;

import org.jspecify.annotations.NullMarked;

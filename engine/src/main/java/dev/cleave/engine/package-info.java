/**
 * The copy engine: {@link dev.cleave.engine.CopyEngine} copies what a {@link
 * dev.cleave.engine.CopyRequest} asks for, by the plans it is given, and says in a {@link
 * dev.cleave.engine.CopyOutcome} what really ran.
 *
 * <p>The engine that is measured is the engine that copies: tuning, benchmarks and {@code cleave
 * copy} all come through here.
 */
@NullMarked
package dev.cleave.engine;

import org.jspecify.annotations.NullMarked;

/**
 * The engine and its peers side by side: what {@code cleave bench} measured, and what follows.
 *
 * <p>A peer has no plan, so its samples aren't those of a tune.
 */
@NullMarked
package dev.cleave.tuner.contender;

import org.jspecify.annotations.NullMarked;

/**
 * What stores the bytes of a path: the mount, the stack of block devices below it, and its leaves.
 *
 * <p>Everything is read below root paths given as parameters. What can't be read is {@code
 * unknown}, with the reason; nothing is guessed.
 */
@NullMarked
package dev.cleave.tuner.device;

import org.jspecify.annotations.NullMarked;

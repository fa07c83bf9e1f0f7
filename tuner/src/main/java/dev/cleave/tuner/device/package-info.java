/**
 * What stores the bytes of a path: the mount, the stack of block devices below it, and its leaves.
 *
 * <p>Everything is read below root paths given as parameters. What can't be read is {@code
 * unknown}, with the reason; nothing is guessed.
 *
 * <p>In reading order: {@link StorageProbe} finds the mount of a path in a {@code MountTable} and
 * sends a {@code StackWalk} down from it. Where a kind of file system goes on is decided in {@code
 * FileSystemFamily} and {@code StackWalk.mount}, which device lies on which in {@code BlockTree},
 * and what is known of one device in {@code SysBlock} and the {@code ...Facts}. What one device is
 * known by again is decided in {@code StackIdentity}.
 *
 * <p>{@link CrossCheck} then holds the reports against what {@link RandomReads} measured, the one
 * thing here that reads or writes user files: only {@code cleave probe} asks for it.
 *
 * <p>{@link StorageProbe#identity} lies on the start-up path of every copy. The first lambda,
 * string concatenation with {@code +}, pattern {@code switch} or {@code equals} of a record costs a
 * starting JVM tens of milliseconds, more than all else in the probe: on that path there are none,
 * which is why it says {@code "...".concat(...)}.
 */
@NullMarked
package dev.cleave.tuner.device;

import org.jspecify.annotations.NullMarked;

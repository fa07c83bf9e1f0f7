/**
 * How bytes move: one file per backend behind {@link dev.cleave.engine.backend.CopyBackend}, all of
 * them in {@link dev.cleave.engine.backend.BackendKind}.
 *
 * <table>
 *   <caption>Who moves the bytes, and who refuses where</caption>
 *   <tr><th>nio<td>positional reads and writes of FileChannel; everywhere
 *   <tr><th>kernel<td>copy_file_range; not where it might share blocks and must not
 *   <tr><th>direct<td>O_DIRECT; where the kernel names the alignment, and a page satisfies it
 *   <tr><th>uring<td>io_uring, several chunks of a task in flight; where a ring is allowed
 *   <tr><th>uring-direct<td>io_uring with O_DIRECT; where both are possible
 * </table>
 *
 * <p>There was an {@code mmap}, pwrite from a mapping of the source. It went: a warm 1 GiB on ext4
 * in memory (Linux 6.18, chunks of 1 MiB, medians of 9) took it 0.52-0.56 s at split depths 0 to 3,
 * {@code nio} 0.28-0.36 s, and 0.51-0.68 CPU seconds per GB against 0.36-0.40. On xfs it was as far
 * behind; with a cold source neither was shown to be ahead.
 *
 * <p>A backend that meets with a refusal in the middle of a range goes on by {@link
 * dev.cleave.engine.backend.PositionalTransfer} at the same offset, and tells the task: the outcome
 * then names {@code nio}, which is the same calls. {@code nio} itself stays with FileChannel, since
 * that is what its name says and what the others are compared with; only its data path can't be
 * scripted in tests.
 *
 * <p>{@link dev.cleave.engine.backend.Reflink} is no backend: no byte moves, so it is tried before
 * any of them and has no place in a sweep.
 */
@NullMarked
package dev.cleave.engine.backend;

import org.jspecify.annotations.NullMarked;

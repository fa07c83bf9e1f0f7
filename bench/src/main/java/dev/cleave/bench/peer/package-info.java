/**
 * Other programs that copy files, which {@code cleave bench} runs beside the engine. One file and
 * one line in {@link dev.cleave.bench.peer.PeerKind} adds one.
 *
 * <p>A fio of one's own configuration is no peer: it doesn't copy. It measures the roofline.
 */
@NullMarked
package dev.cleave.bench.peer;

import org.jspecify.annotations.NullMarked;

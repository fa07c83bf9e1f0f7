/**
 * Plain reads and writes of one file at a block size and a queue depth, for measuring a device
 * apart from copies: through io_uring, or threads where it is forbidden.
 *
 * <p>This is the exported face of what {@code engine.linux} keeps shut. It decides nothing: which
 * request comes next is up to a {@link dev.cleave.engine.io.RequestSource}.
 */
@NullMarked
package dev.cleave.engine.io;

import org.jspecify.annotations.NullMarked;

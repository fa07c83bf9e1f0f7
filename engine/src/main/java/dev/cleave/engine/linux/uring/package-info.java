/**
 * io_uring without liburing: the ring's shared memory, and entries put into it and taken out.
 *
 * <p>Layouts are those of the kernel's include/uapi/linux/io_uring.h, which never change.
 */
@NullMarked
package dev.cleave.engine.linux.uring;

import org.jspecify.annotations.NullMarked;

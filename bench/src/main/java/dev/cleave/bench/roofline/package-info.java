/**
 * What the devices do without a copy around it: reading alone, writing alone, both at once, past
 * the page cache and with several requests in flight. fio measures it where it is installed, else
 * the same in Java.
 *
 * <p>No settings are the fastest everywhere (preallocation decides on XFS, the queue depth on
 * NVMe), so a few are tried once and the fastest at doing both at once is kept. A buffered copy can
 * still outrun it, where the kernel's writeback keeps the device busier: then it is no bound, and
 * the reports say so.
 */
@NullMarked
package dev.cleave.bench.roofline;

import org.jspecify.annotations.NullMarked;

/** How files are written that somebody else reads, whichever module they are from. */
@NullMarked
package dev.cleave.tuner.file;

import org.jspecify.annotations.NullMarked;

package dev.cleave.engine.tree;

import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;

/**
 * An open directory that entries are copied into.
 *
 * @param before what it was when it was created or, if it isn't new, found
 * @param isNew whether this copy has made it, so that every name in it is free
 */
record TargetDirectory(Fd fd, FileStatus before, boolean isNew) {}

package dev.cleave.engine.tree;

import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;

/**
 * An open directory that copies go to.
 *
 * @param status as it was when it was opened
 * @param fresh whether this copy has made it, so that every name in it is free
 */
record TargetDirectory(Fd fd, FileStatus status, boolean fresh) {}

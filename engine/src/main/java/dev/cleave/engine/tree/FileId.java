package dev.cleave.engine.tree;

import dev.cleave.engine.linux.FileStatus;

/**
 * Which file it is, whatever its names are.
 *
 * @param device major number in the upper half, minor in the lower
 */
record FileId(long device, long inode) {
  static FileId of(FileStatus status) {
    long major = (long) status.deviceMajor() << Integer.SIZE;
    return new FileId(major | Integer.toUnsignedLong(status.deviceMinor()), status.inode());
  }
}

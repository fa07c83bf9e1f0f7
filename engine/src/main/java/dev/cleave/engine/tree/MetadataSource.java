package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.FileStatus;

/**
 * What metadata is taken from.
 *
 * @param status as it was before its data was read, which changes the time of access
 * @param shown its name, for messages
 */
record MetadataSource(Inode inode, FileStatus status, BytePath shown) {
  static MetadataSource of(SourceFile file) {
    return new MetadataSource(new Inode.Opened(file.fd()), file.status(), file.name());
  }

  int permissions() {
    return status.permissions();
  }
}

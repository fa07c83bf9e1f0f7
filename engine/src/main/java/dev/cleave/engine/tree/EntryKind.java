package dev.cleave.engine.tree;

/** What a directory says of an entry without it being looked at: {@code d_type} of readdir(3). */
enum EntryKind {
  /** Some file systems don't say. */
  UNKNOWN,
  DIRECTORY,
  REGULAR,
  SYMLINK,
  SPECIAL;

  // linux/fs_types.h
  private static final int DT_UNKNOWN = 0;
  private static final int DT_DIR = 4;
  private static final int DT_REG = 8;
  private static final int DT_LNK = 10;

  static EntryKind of(int directoryEntryType) {
    return switch (directoryEntryType) {
      case DT_UNKNOWN -> UNKNOWN;
      case DT_DIR -> DIRECTORY;
      case DT_REG -> REGULAR;
      case DT_LNK -> SYMLINK;
      default -> SPECIAL;
    };
  }
}

package dev.cleave.engine.tree;

import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.options.PreserveOptions;

/**
 * The permissions with which new files and directories come into being, and those they have in the
 * end unless the source's are preserved.
 *
 * <p>The kernel applies the umask to the former or, where the directory has a default access
 * control list, that list instead; so they are as with cp, and so is what is left out at first:
 * whatever the group and others could do before the owner is right.
 *
 * @param user whose files those are that we make
 */
record Permissions(PreserveOptions preserve, int umask, int user) {
  static final int SPECIAL = 07000; // setuid, setgid, sticky
  static final int PLAIN = 0777;
  static final int OWNER_ALL = 0700;
  static final int OWNER_READ_WRITE = 0600;
  private static final int GROUP_AND_OTHERS = 0077;
  private static final int GROUP_AND_OTHERS_WRITE = 0022;
  private static final int SET_USER = 04000;
  private static final int SET_GROUP = 02000;
  private static final int GROUP_EXECUTE = 0010;

  /** To create a file with, whose data we write and may read back. */
  int creatingFile(FileStatus source) {
    return (source.permissions() & PLAIN & ~omittedOfFile(source)) | OWNER_READ_WRITE;
  }

  /** The same where nobody else can open it: as near as can be to what is set in the end. */
  int creatingUnnamedFile(FileStatus source) {
    return preserve.mode() && source.owner() == user
        ? (source.permissions() & PLAIN) | OWNER_READ_WRITE
        : creatingFile(source);
  }

  /** What usually comes of {@link #creatingFile}. */
  int created(FileStatus source) {
    return creatingFile(source) & ~umask;
  }

  /** To create a directory with. */
  int creatingDirectory(FileStatus source) {
    return source.permissions() & ~omittedOfDirectory(source);
  }

  /**
   * What a file gets in the end.
   *
   * @param created what came of {@link #creatingFile}
   */
  int ofFile(FileStatus source, int created) {
    if ((omittedOfFile(source) & ~umask) != 0) {
      return source.permissions() & PLAIN & ~umask;
    }
    return created & ~(OWNER_READ_WRITE & ~source.permissions());
  }

  /**
   * What a directory gets in the end.
   *
   * @param created what came of {@link #creatingDirectory}
   */
  int ofDirectory(FileStatus source, int created) {
    return created | (omittedOfDirectory(source) & ~umask);
  }

  /** What they get in the end if nothing of the source's mode is wanted. */
  int plain(FileStatus source, int created) {
    return (created & SPECIAL) | ((source.isDirectory() ? 0777 : 0666) & ~umask);
  }

  /** Without those for all but the owner. */
  static int ofOwner(int permissions) {
    return permissions & ~GROUP_AND_OTHERS;
  }

  /** What is left once a file is written to by a plain user, or gets another owner. */
  static int afterChange(int permissions) {
    int lost = (permissions & GROUP_EXECUTE) == 0 ? SET_USER : SET_USER | SET_GROUP;
    return permissions & ~lost;
  }

  private int omittedOfFile(FileStatus source) {
    return preserve.ownership() ? source.permissions() & GROUP_AND_OTHERS : 0;
  }

  private int omittedOfDirectory(FileStatus source) {
    if (preserve.ownership()) {
      return source.permissions() & GROUP_AND_OTHERS;
    }
    return source.permissions() & GROUP_AND_OTHERS_WRITE; // its special bits may yet change
  }
}

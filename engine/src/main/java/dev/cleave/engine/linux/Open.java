package dev.cleave.engine.linux;

/**
 * Flags of {@code openat(2)} and its relatives.
 *
 * <p>Source: asm-generic/fcntl.h and linux/fcntl.h; aarch64 has its own numbers for four of them
 * (arch/arm64/include/uapi/asm/fcntl.h).
 */
public final class Open {
  private static final boolean ARM64 = System.getProperty("os.arch").equals("aarch64");

  public static final int READ_ONLY = 0;
  public static final int WRITE_ONLY = 1;
  public static final int READ_WRITE = 2;
  public static final int CREATE = 0100;
  public static final int EXCLUSIVE = 0200;
  public static final int NO_TTY = 0400;
  public static final int TRUNCATE = 01000;
  public static final int NON_BLOCKING = 04000;
  public static final int DIRECT = ARM64 ? 0200000 : 040000;
  public static final int DIRECTORY = ARM64 ? 040000 : 0200000;
  public static final int NO_FOLLOW = ARM64 ? 0100000 : 0400000;
  public static final int CLOSE_ON_EXEC = 02000000;
  public static final int PATH = 010000000;

  /** A file without a name in the directory that is opened. */
  public static final int TEMPORARY = 020000000 | DIRECTORY;

  /** In place of a directory descriptor: the working directory. */
  public static final int AT_CWD = -100;

  public static final int AT_SYMLINK_NO_FOLLOW = 0x100;
  public static final int AT_REMOVE_DIRECTORY = 0x200;
  public static final int AT_SYMLINK_FOLLOW = 0x400;
  public static final int AT_EMPTY_PATH = 0x1000;

  // linux/openat2.h
  public static final long RESOLVE_NO_MAGIC_LINKS = 0x02;
  public static final long RESOLVE_NO_SYMLINKS = 0x04;
  public static final long RESOLVE_BENEATH = 0x08;

  private Open() {}
}

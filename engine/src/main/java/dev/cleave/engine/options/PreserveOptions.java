package dev.cleave.engine.options;

/**
 * Which attributes the copies have in common with their sources.
 *
 * @param mode permissions with their special bits, and ACLs
 * @param ownership user and group
 * @param timestamps of access and modification, to the nanosecond
 * @param links whether sources that are links to one file become links to one copy
 * @param context the SELinux context
 * @param xattr extended attributes
 * @param plainMode new files have the mode that any new file has: {@code --no-preserve=mode}
 * @param required whether it is an error if mode, ownership or times can't be kept
 * @param xattrRequired the same of extended attributes, which {@code -a} does without
 */
public record PreserveOptions(
    boolean mode,
    boolean ownership,
    boolean timestamps,
    boolean links,
    boolean context,
    boolean xattr,
    boolean plainMode,
    boolean required,
    boolean xattrRequired) {
  public static final PreserveOptions NOTHING =
      new PreserveOptions(false, false, false, false, false, false, false, false, false);

  /** What {@code -p} keeps. */
  public static final PreserveOptions BASICS =
      new PreserveOptions(true, true, true, false, false, false, false, true, false);

  /** What {@code -a} keeps. */
  public static final PreserveOptions ARCHIVE =
      new PreserveOptions(true, true, true, true, false, true, false, true, false);
}

package dev.cleave.engine.options;

import dev.cleave.engine.BytePath;

/**
 * What becomes of targets that exist.
 *
 * @param update which of them are replaced at all
 * @param force removes one that can't be opened for writing, and tries again
 * @param removeFirst removes each before it is opened: cp's {@code --remove-destination}
 * @param backup whether they are kept under another name
 * @param backupSuffix of simple backups, without a slash and not empty
 * @param confirmation who is asked before
 */
public record OverwriteOptions(
    UpdateMode update,
    boolean force,
    boolean removeFirst,
    BackupControl backup,
    BytePath backupSuffix,
    Confirmation confirmation) {
  /** Whether anybody is asked. */
  public boolean asks() {
    return !confirmation.equals(Confirmation.ALWAYS);
  }

  public boolean backsUp() {
    return backup != BackupControl.NONE;
  }

  /** The same for targets of which nothing is kept. */
  public OverwriteOptions withoutBackup() {
    return new OverwriteOptions(
        update, force, removeFirst, BackupControl.NONE, backupSuffix, confirmation);
  }
}

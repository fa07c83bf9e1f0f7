package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.PreserveOptions;
import dev.cleave.engine.tree.PreserveFailures.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives copies their final permissions and access control lists. Threads share it. */
record ModeCopy(
    PreserveOptions preserve,
    Permissions permissions,
    AccessLists lists,
    PreserveFailures failures) {

  /**
   * Gives the target the source's mode and lists.
   *
   * @param names the source's attributes
   * @param owned whether the target has the source's owner; else setuid and setgid would be given
   *     to somebody else's program
   */
  void pass(MetadataSource source, List<BytePath> names, MetadataTarget target, boolean owned) {
    byte[] access;
    byte[] inherited;
    try {
      access = read(source, names, AccessLists.ACCESS);
      inherited = target.isDirectory() ? read(source, names, AccessLists.DEFAULT) : null;
    } catch (SyscallException e) {
      String doing = source.shown().quoted();
      failures.report(Kind.PERMISSIONS, source.shown(), doing, e, preserve.required());
      return;
    }
    try {
      lists.set(target, wanted(source, target, owned), access);
      if (target.isDirectory()) {
        lists.setDefault(target, inherited);
      }
    } catch (SyscallException e) {
      failed("preserving permissions for ", target, e);
    }
  }

  private static byte @Nullable [] read(MetadataSource source, List<BytePath> names, BytePath list)
      throws SyscallException {
    return names.contains(list) ? source.inode().attribute(list) : null;
  }

  /** A source without special bits leaves the target's alone: cp sets its access list then. */
  private static int wanted(MetadataSource source, MetadataTarget target, boolean owned) {
    int mode = owned ? source.permissions() : source.permissions() & Permissions.PLAIN;
    int special = target.keptPermissions() & Permissions.SPECIAL;
    boolean keepsSpecial =
        special != 0
            && (mode & Permissions.SPECIAL) == 0
            && AccessLists.areSupported(target.inode());
    return keepsSpecial ? mode | special : mode;
  }

  /** Gives a new target the mode that it has where the source's isn't preserved. */
  void finishNew(MetadataSource source, MetadataTarget target, boolean isFile) {
    int created = target.keptPermissions();
    FileStatus status = source.status();
    try {
      if (preserve.plainMode()) {
        lists.set(target, permissions.plain(status, created), null);
      } else {
        target.chmod(
            isFile
                ? permissions.ofFile(status, created)
                : permissions.ofDirectory(status, created));
      }
    } catch (SyscallException e) {
      String doing =
          preserve.plainMode() ? "setting permissions for " : "preserving permissions for ";
      failed(doing, target, e);
    }
  }

  /** Gives a target that takes another's place what that would have kept. */
  void keep(MetadataTarget target) throws SyscallException {
    lists.set(target, target.keptPermissions(), target.keptAccessList());
  }

  private void failed(String doing, MetadataTarget target, SyscallException e) {
    BytePath path = target.shown();
    failures.report(Kind.PERMISSIONS, path, doing + path.quoted(), e, preserve.required());
  }
}

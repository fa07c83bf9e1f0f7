package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.Intent;
import dev.cleave.engine.Intent.Deed;
import dev.cleave.engine.Intent.Old;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.OverwriteOptions;
import dev.cleave.engine.tree.Takeover.Way;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Looks whether a copy could come by its name in the way that was decided, and changes nothing. */
record RehearsedTakeover(CopySession session) {
  private static final int MAY_READ = 4; // R_OK of unistd.h
  private static final int MAY_WRITE = 2; // W_OK

  /**
   * The way that it would go in the end.
   *
   * @param links whether it would be a link to an earlier copy
   * @throws CopyFailure in cp's words, if it can't
   */
  Takeover check(Entry entry, FileStatus source, CopyForm form, boolean links, Takeover decided)
      throws IOException {
    TargetName target = decided.target();
    if (form == CopyForm.LINK_TO_SOURCE) {
      LinkCopy.refuseElsewhere(session, entry.source(), target);
    }
    Takeover takeover = decided;
    try {
      takeover = way(form, links, decided);
      if (links || form != CopyForm.DATA || takeover.way() != Way.OVERWRITE) {
        Rehearsal.requireWritable(target);
      }
      if (form == CopyForm.HARD_LINK && !target.parent().isNew()) {
        requireOneDevice(source, target);
      }
      return takeover;
    } catch (SyscallException e) {
      CopyItem item = new CopyItem(entry.source().shown(), target.shown());
      throw takeover.failure(CannotCreate.of(form, source, item), e, new EntryReport());
    }
  }

  private Takeover way(CopyForm form, boolean links, Takeover decided) throws IOException {
    if (decided.way() != Way.OVERWRITE) {
      return decided;
    }
    if (links || (form != CopyForm.DATA && takesAnyway(form, decided.overwrite()))) {
      return decided;
    }
    if (form != CopyForm.DATA) {
      throw new SyscallException("linkat", Errno.EEXIST);
    }
    try {
      requireWritable(decided);
      return decided;
    } catch (SyscallException e) {
      if (!decided.overwrite().force()) {
        throw e;
      }
      return decided.by(Way.REMOVE_UNWRITABLE);
    }
  }

  private static boolean takesAnyway(CopyForm form, OverwriteOptions overwrite) {
    return overwrite.force() || (form == CopyForm.HARD_LINK && overwrite.asks());
  }

  /** Opening a pipe would wait for somebody, and opening a device may do anything. */
  private static void requireWritable(Takeover takeover) throws IOException {
    TargetName target = takeover.target();
    FileStatus file = target.followed();
    if (file != null && file.isRegular()) {
      WritableTarget.open(takeover).close();
    } else {
      int directory = target.directory().number();
      target.directory().syscalls().faccessat(directory, target.entry(), MAY_WRITE);
    }
  }

  private static void requireOneDevice(FileStatus source, TargetName target)
      throws SyscallException {
    if (!source.isOnSameDeviceAs(target.parent().before())) {
      throw new SyscallException("linkat", Errno.EXDEV);
    }
  }

  /** Of what would be read to its end although it has no size. */
  void requireReadable(SourceName source) throws CopyFailure {
    try {
      source
          .directory()
          .syscalls()
          .faccessat(source.directory().number(), source.entry(), MAY_READ);
    } catch (SyscallException e) {
      BytePath shown = source.shown();
      throw CopyFailure.of(shown, "cannot open " + shown.quoted() + " for reading", e);
    }
  }

  /**
   * The file whose room a copy would set free, or write over; null if there is none.
   *
   * @param writesData through a symbolic link, if there is one
   */
  @Nullable FileStatus fileThatGoes(Takeover takeover, boolean writesData) throws CopyFailure {
    return switch (takeover.way()) {
      case NEW, BACK_UP, LEAVE -> null;
      case OVERWRITE -> writesData ? takeover.target().followed() : takeover.existing();
      case REMOVE, REMOVE_UNWRITABLE -> takeover.existing();
    };
  }

  /** What there is to say of it. */
  Intent intent(Entry entry, CopyForm form, boolean links, Takeover takeover) throws CopyFailure {
    CopyItem item = new CopyItem(entry.source().shown(), takeover.target().shown());
    boolean makesLink = links || form == CopyForm.HARD_LINK || form == CopyForm.LINK_TO_SOURCE;
    Old old =
        switch (takeover.way()) {
          case NEW, LEAVE -> Old.NONE;
          case OVERWRITE -> Old.REPLACED;
          case REMOVE, REMOVE_UNWRITABLE -> Old.REMOVED;
          case BACK_UP -> Old.BACKED_UP;
        };
    boolean asks = old != Old.NONE && takeover.overwrite().asks();
    Deed deed = makesLink ? Deed.LINK : Deed.COPY;
    return new Intent(item, deed, old, asks, backup(takeover), "");
  }

  private static @Nullable BytePath backup(Takeover takeover) throws CopyFailure {
    if (takeover.way() != Way.BACK_UP) {
      return null;
    }
    TargetName target = takeover.target();
    try {
      return BackupName.next(target, takeover.overwrite()).name().shown();
    } catch (SyscallException e) {
      throw CopyFailure.of(target.shown(), "cannot backup " + target.shown().quoted(), e);
    }
  }
}

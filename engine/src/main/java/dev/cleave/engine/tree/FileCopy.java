package dev.cleave.engine.tree;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.FileContent;
import dev.cleave.engine.tree.Takeover.Way;
import java.io.IOException;

/**
 * Copies one file so that nothing half-written is ever seen: the data goes to a file without a
 * name, then the metadata, then the name.
 *
 * <p>Written in place instead, and said so: on request, targets that are no regular files or have
 * several links, an owner or attributes we can't keep, what is mounted on its name, directories we
 * can't create files in or that are append-only.
 */
final class FileCopy {
  private static final String ATTRIBUTES_IN_THE_WAY =
      "written in place: its extended attributes can't be kept otherwise";

  private static final int UNTOUCHED = -1;

  private final CopySession session;
  private final MetadataCopy metadata;
  private final EntryReport report;
  private final ContentCopy content;
  private final Commit commit;

  FileCopy(CopySession session, MetadataCopy metadata, EntryReport report, DevicePlans plans) {
    this.session = session;
    this.metadata = metadata;
    this.report = report;
    this.content = new ContentCopy(session, report, plans);
    this.commit = new Commit(session, report);
  }

  /**
   * Copies the open source to the name, which may exist.
   *
   * @return the bytes of data that were copied
   */
  long copy(SourceFile source, Takeover takeover) throws IOException {
    return takeover.way() == Way.OVERWRITE ? overwrite(source, takeover) : create(source, takeover);
  }

  private long create(SourceFile source, Takeover takeover) throws IOException {
    TargetName target = takeover.target();
    FileStatus status = source.status();
    int mode = metadata.creationModeOfFile(status);
    int unnamedMode = metadata.creationModeOfUnnamedFile(status);
    try (UnfinishedFile pending = begin(source, target, mode, unnamedMode)) {
      int permissions = openUp(pending.fd());
      long bytes = content.fill(source, target, pending.fd(), pending.journal(), "", true);
      if (permissions != UNTOUCHED) {
        session.syscalls().fchmod(pending.fd().number(), permissions);
      }
      if (pending instanceof ResumableFile) {
        metadata.applyToPrivateFile(source, pending.fd(), target);
      } else {
        metadata.applyToNewFile(source, pending.fd(), target);
      }
      commit.run(pending, takeover, target);
      return bytes;
    } catch (SyscallException e) {
      throw cannotCreate(takeover, e);
    }
  }

  /**
   * Lets us open the file once more while it is filled, for channels, O_DIRECT and reading it back:
   * a umask or a default list may have taken that from its owner.
   *
   * @return the permissions to give back; {@link #UNTOUCHED} if there is nothing to do
   */
  private int openUp(Fd made) throws SyscallException {
    if (metadata.isRoot()) {
      return UNTOUCHED;
    }
    int permissions = made.status().permissions();
    int open = permissions | Permissions.OWNER_READ_WRITE;
    if (open == permissions) {
      return UNTOUCHED;
    }
    session.syscalls().fchmod(made.number(), open);
    return permissions;
  }

  private UnfinishedFile begin(SourceFile source, TargetName target, int mode, int unnamedMode)
      throws IOException {
    return session.options().data().resume() && ResumableFile.isWorthwhile(source, target)
        ? ResumableFile.open(session, source, target, report)
        : PendingFile.create(target, mode, unnamedMode);
  }

  private long overwrite(SourceFile source, Takeover takeover) throws IOException {
    WritableTarget old;
    try {
      old = WritableTarget.open(takeover);
    } catch (SyscallException e) {
      if (e.is(Errno.ENOENT)) { // somebody has removed it meanwhile
        return create(source, takeover.by(Way.NEW));
      }
      if (takeover.overwrite().force()) {
        return create(source, takeover.by(Way.REMOVE_UNWRITABLE));
      }
      throw cannotCreate(takeover, e);
    }
    try (old) {
      String reason = reasonToWriteInPlace(old);
      return reason.isEmpty()
          ? replace(source, takeover, old)
          : writeInPlace(source, takeover, old, reason);
    }
  }

  private long replace(SourceFile source, Takeover takeover, WritableTarget old)
      throws IOException {
    TargetName target = old.requireName();
    int mode = Permissions.OWNER_READ_WRITE;
    try (UnfinishedFile pending = begin(source, target, mode, mode);
        ReplacedFile replaced = ReplacedFile.open(target)) {
      FileStatus made = pending.fd().status();
      String obstacle = obstacleBefore(replaced, target, pending, made);
      if (!obstacle.isEmpty()) {
        ContentCopy.forget(pending.journal());
        return writeInPlace(source, takeover, old, obstacle);
      }
      long bytes = content.fillBesideOldFile(source, target, pending, replaced.status());
      passLate(replaced, target, pending, made);
      metadata.applyToReplacing(source, pending.fd(), made, target, replaced);
      commit.run(pending, takeover, target);
      return bytes;
    } catch (SyscallException e) {
      if (!e.is(Errno.EACCES, Errno.EPERM)) {
        throw cannotCreate(takeover, e);
      }
      return switch (e.call()) {
        case "openat" ->
            writeInPlace(source, takeover, old, "written in place: its directory can't be written");
        case "getxattr", "listxattr" -> writeInPlace(source, takeover, old, ATTRIBUTES_IN_THE_WAY);
        default -> throw cannotCreate(takeover, e);
      };
    }
  }

  /** Why the file must stay and be written into; empty if the pending one can take its place. */
  private static String obstacle(ReplacedFile replaced, Fd pending, FileStatus made) {
    if (!replaced.passOwner(pending, made)) {
      return "written in place: its owner can't be kept otherwise";
    }
    return replaced.passAttributes(pending) ? "" : ATTRIBUTES_IN_THE_WAY;
  }

  private static String obstacleBefore(
      ReplacedFile replaced, TargetName target, UnfinishedFile file, FileStatus made)
      throws SyscallException {
    if (file instanceof ResumableFile) {
      // What has a name must be ours while it is filled: its owner could write to it, too
      try (PendingFile trial = PendingFile.create(target, Permissions.OWNER_READ_WRITE)) {
        return obstacle(replaced, trial.fd(), trial.fd().status());
      }
    }
    return obstacle(replaced, file.fd(), made);
  }

  private static void passLate(
      ReplacedFile replaced, TargetName target, UnfinishedFile file, FileStatus made)
      throws IOException {
    if (file instanceof ResumableFile && !obstacle(replaced, file.fd(), made).isEmpty()) {
      throw CopyFailure.refused(
          target.shown(), "cannot keep the owner and attributes of " + target.shown().quoted());
    }
  }

  private CopyFailure cannotCreate(Takeover takeover, SyscallException e) {
    return takeover.failure(CannotCreate.regularFile(takeover.target().shown()), e, report);
  }

  /** Why an existing target must not be replaced; empty if it can be. */
  private String reasonToWriteInPlace(WritableTarget old) {
    if (session.options().data().inPlace()) {
      return "written in place: --inplace";
    }
    if (copiesNoData()) {
      return "written in place: it keeps its data";
    }
    if (!old.status().isRegular()) {
      return "written in place: the target is a " + old.status().type();
    }
    if (old.name() == null) {
      return "written in place: its directory can't be told";
    }
    if (old.status().links() > 1) {
      return "written in place: the target has " + old.status().links() + " links";
    }
    return reasonToKeepTheName(old.status(), old.name().parent());
  }

  /**
   * Both would let everything be done but the last step, and one of them even the temporary name.
   */
  private static String reasonToKeepTheName(FileStatus old, TargetDirectory directory) {
    if (old.isMountRoot()) {
      return "written in place: it is mounted on its name";
    }
    return directory.before().isAppendOnly()
        ? "written in place: its directory gives no name away (chattr +a)"
        : "";
  }

  private boolean copiesNoData() {
    return session.options().tree().content() == FileContent.ATTRIBUTES_ONLY;
  }

  private long writeInPlace(SourceFile source, Takeover takeover, WritableTarget old, String why)
      throws IOException {
    TargetName target = takeover.target();
    boolean isRegular = old.status().isRegular();
    String said = why;
    if (session.options().data().resume()) {
      ResumableFile.discardLeft(session, source, target, report);
      said = why + ", so that --resume can keep nothing";
    }
    Fd fd = old.fd();
    if (isRegular && !copiesNoData()) {
      truncate(fd, target);
    }
    long bytes = content.fill(source, target, fd, null, said, isRegular);
    metadata.applyInPlace(source, fd, target);
    if (session.options().data().sync().isDurable()) {
      session.syscalls().fsync(fd.number());
    }
    return bytes;
  }

  private static void truncate(Fd fd, TargetName target) throws CopyFailure {
    try {
      fd.syscalls().ftruncate(fd.number(), 0);
    } catch (SyscallException e) {
      throw CopyFailure.of(target.shown(), "error writing " + target.shown().quoted(), e);
    }
  }
}

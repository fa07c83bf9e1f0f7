package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyError;
import dev.cleave.engine.backend.TransferException;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** One path that can't be copied. The message is cp's where cp has one. */
public final class CopyFailure extends IOException {
  private static final long serialVersionUID = 1;

  private final transient BytePath path;
  private final transient @Nullable Errno errno;

  private CopyFailure(
      BytePath path, String message, @Nullable Errno errno, @Nullable Throwable cause) {
    super(message, cause);
    this.path = path;
    this.errno = errno;
  }

  /** Something we refuse to do ourselves. */
  public static CopyFailure refused(BytePath path, String message) {
    return new CopyFailure(path, message, null, null);
  }

  /**
   * A system call that failed.
   *
   * @param doing as cp says it, with the quoted path: {@code cannot stat 'x'}
   */
  public static CopyFailure of(BytePath path, String doing, SyscallException cause) {
    return new CopyFailure(path, doing + ": " + cause.errno().text(), cause.errno(), cause);
  }

  /** What any exception of a copy means to the user. */
  public static CopyFailure of(BytePath source, IOException e) {
    return switch (e) {
      case CopyFailure failure -> failure;
      case SyscallException failed -> of(source, "cannot copy " + source.quoted(), failed);
      case TransferException failed -> ofTransfer(failed);
      case FileSystemException failed -> ofChannel(source, failed);
      default -> new CopyFailure(source, String.valueOf(e.getMessage()), null, e);
    };
  }

  /** A channel on one of our descriptors, whose name under /proc would tell nobody anything. */
  private static CopyFailure ofChannel(BytePath source, FileSystemException failed) {
    String reason =
        failed instanceof AccessDeniedException // which gives none
            ? Errno.EACCES.text()
            : String.valueOf(failed.getReason());
    String message = "cannot copy " + source.quoted() + ": " + reason;
    return new CopyFailure(source, message, Errno.ofText(reason), failed);
  }

  private static CopyFailure ofTransfer(TransferException failed) {
    String doing = String.valueOf(failed.getMessage());
    Throwable cause = failed.getCause();
    if (cause instanceof SyscallException call) {
      return of(failed.path(), doing, call);
    }
    String reason = cause == null ? "unknown reason" : String.valueOf(cause.getMessage());
    return new CopyFailure(failed.path(), doing + ": " + reason, Errno.ofText(reason), failed);
  }

  /** The same failure, and what can be done about it. */
  CopyFailure withAdvice(String advice) {
    return new CopyFailure(path, getMessage() + "; " + advice, errno, this);
  }

  /** Whether there was no room left, on the device or in the quota. */
  boolean isNoRoom() {
    return Errno.ENOSPC.equals(errno) || Errno.EDQUOT.equals(errno);
  }

  public CopyError toError() {
    return new CopyError(path, String.valueOf(getMessage()), errno == null ? null : errno.number());
  }

  public @Nullable Errno errno() {
    return errno;
  }
}

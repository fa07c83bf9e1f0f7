package dev.cleave.engine.linux;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error number of the kernel, with its name and the text that {@code strerror(3)} has for it.
 *
 * <p>Source: asm-generic/errno-base.h and errno.h; texts as in glibc, since people search for them.
 */
public record Errno(int number) {
  private static final Map<Integer, String> NAMES = new HashMap<>();
  private static final Map<Integer, String> TEXTS = new HashMap<>();
  private static final Map<String, Errno> BY_TEXT = new HashMap<>();

  public static final Errno EPERM = known(1, "EPERM", "Operation not permitted");
  public static final Errno ENOENT = known(2, "ENOENT", "No such file or directory");
  public static final Errno EINTR = known(4, "EINTR", "Interrupted system call");
  public static final Errno EIO = known(5, "EIO", "Input/output error");
  public static final Errno ENXIO = known(6, "ENXIO", "No such device or address");
  public static final Errno EBADF = known(9, "EBADF", "Bad file descriptor");
  public static final Errno EAGAIN = known(11, "EAGAIN", "Resource temporarily unavailable");
  public static final Errno ENOMEM = known(12, "ENOMEM", "Cannot allocate memory");
  public static final Errno EACCES = known(13, "EACCES", "Permission denied");
  public static final Errno EFAULT = known(14, "EFAULT", "Bad address");
  public static final Errno EBUSY = known(16, "EBUSY", "Device or resource busy");
  public static final Errno EEXIST = known(17, "EEXIST", "File exists");
  public static final Errno EXDEV = known(18, "EXDEV", "Invalid cross-device link");
  public static final Errno ENODEV = known(19, "ENODEV", "No such device");
  public static final Errno ENOTDIR = known(20, "ENOTDIR", "Not a directory");
  public static final Errno EISDIR = known(21, "EISDIR", "Is a directory");
  public static final Errno EINVAL = known(22, "EINVAL", "Invalid argument");
  public static final Errno ENFILE = known(23, "ENFILE", "Too many open files in system");
  public static final Errno EMFILE = known(24, "EMFILE", "Too many open files");
  public static final Errno ENOTTY = known(25, "ENOTTY", "Inappropriate ioctl for device");
  public static final Errno ETXTBSY = known(26, "ETXTBSY", "Text file busy");
  public static final Errno EFBIG = known(27, "EFBIG", "File too large");
  public static final Errno ENOSPC = known(28, "ENOSPC", "No space left on device");
  public static final Errno ESPIPE = known(29, "ESPIPE", "Illegal seek");
  public static final Errno EROFS = known(30, "EROFS", "Read-only file system");
  public static final Errno EMLINK = known(31, "EMLINK", "Too many links");
  public static final Errno EPIPE = known(32, "EPIPE", "Broken pipe");
  public static final Errno ERANGE = known(34, "ERANGE", "Numerical result out of range");
  public static final Errno ENAMETOOLONG = known(36, "ENAMETOOLONG", "File name too long");
  public static final Errno ENOSYS = known(38, "ENOSYS", "Function not implemented");
  public static final Errno ENOTEMPTY = known(39, "ENOTEMPTY", "Directory not empty");
  public static final Errno ELOOP = known(40, "ELOOP", "Too many levels of symbolic links");
  public static final Errno ENODATA = known(61, "ENODATA", "No data available");
  public static final Errno ETIME = known(62, "ETIME", "Timer expired");
  public static final Errno EOVERFLOW =
      known(75, "EOVERFLOW", "Value too large for defined data type");
  public static final Errno EOPNOTSUPP = known(95, "EOPNOTSUPP", "Operation not supported");
  public static final Errno EALREADY = known(114, "EALREADY", "Operation already in progress");
  public static final Errno ESTALE = known(116, "ESTALE", "Stale file handle");
  public static final Errno EDQUOT = known(122, "EDQUOT", "Disk quota exceeded");
  public static final Errno ECANCELED = known(125, "ECANCELED", "Operation canceled");

  private static Errno known(int number, String name, String text) {
    Errno errno = new Errno(number);
    NAMES.put(number, name);
    TEXTS.put(number, text);
    BY_TEXT.put(text, errno);
    return errno;
  }

  /** Its name, as {@code ENOSPC}. */
  public String name() {
    return NAMES.getOrDefault(number, "errno " + number);
  }

  /** The text of {@code strerror(3)}, as {@code No space left on device}. */
  public String text() {
    return TEXTS.getOrDefault(number, "Unknown error " + number);
  }

  /**
   * The error number behind an exception of {@code java.nio}, which keeps only the text; null if
   * the text is none of ours.
   */
  public static @Nullable Errno ofText(@Nullable String text) {
    return text == null ? null : BY_TEXT.get(text);
  }

  @Override
  public String toString() {
    return name();
  }

  // Written out: a record's own are linked at run time, which costs the start of a copy 10 ms
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Errno that && number == that.number;
  }

  @Override
  public int hashCode() {
    return number;
  }
}

package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.PreserveOptions;
import dev.cleave.engine.tree.PreserveFailures.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives copies the extended attributes of their sources, but for those that libattr, which cp uses,
 * leaves out: access control lists, which go with the mode, and what only its owner understands.
 *
 * @param reports whether failures are told; {@code -a} is silent about them
 */
record AttributeCopy(PreserveOptions preserve, boolean reports, PreserveFailures failures) {
  private static final byte[] ACCESS_LISTS = ascii("system.posix_acl_");

  // the other lines of /etc/xattr.conf, as libattr ships it
  private static final byte[][] LEFT_OUT = {
    ascii("system.nfs4_acl"),
    ascii("system.nfs4acl"),
    ascii("trusted.SGI_"),
    ascii("xfsroot."),
    ascii("user.Beagle."),
    ascii("security.evm"),
    ascii("afs."),
  };

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Sets those of the names that are to be copied; false if not all could be. */
  boolean pass(MetadataSource source, List<BytePath> names, MetadataTarget target) {
    boolean complete = true;
    SyscallException unsupported = null;
    for (BytePath name : names) {
      if (isLeftOut(name)) {
        continue;
      }
      byte[] value = read(source, name);
      try {
        if (value != null) {
          target.inode().setAttribute(name, value);
        }
        complete &= value != null;
      } catch (SyscallException e) {
        complete = false;
        if (e.is(Errno.EOPNOTSUPP)) {
          unsupported = e; // told once for all that the target can't have
        } else {
          report(target.shown(), "setting attribute " + name.quoted() + " for ", e);
        }
      }
    }
    if (unsupported != null) {
      report(target.shown(), "setting attributes for ", unsupported);
    }
    return complete;
  }

  /** That the names are not to be had. */
  void cannotList(MetadataSource source, SyscallException e) {
    report(source.shown(), "listing attributes of ", e);
  }

  private byte @Nullable [] read(MetadataSource source, BytePath name) {
    try {
      return source.inode().attribute(name);
    } catch (SyscallException e) {
      report(source.shown(), "getting attribute " + name.quoted() + " of ", e);
      return null;
    }
  }

  private void report(BytePath path, String doing, SyscallException e) {
    if (reports) {
      failures.report(Kind.ATTRIBUTES, path, doing + path.quoted(), e, preserve.xattrRequired());
    }
  }

  /** Whether libattr would leave it out. */
  static boolean isLeftOut(BytePath name) {
    byte[] bytes = name.bytes();
    boolean leftOut = startsWith(bytes, ACCESS_LISTS);
    for (byte[] start : LEFT_OUT) {
      leftOut |= startsWith(bytes, start);
    }
    return leftOut;
  }

  private static boolean startsWith(byte[] name, byte[] start) {
    return name.length >= start.length
        && Arrays.equals(name, 0, start.length, start, 0, start.length);
  }
}

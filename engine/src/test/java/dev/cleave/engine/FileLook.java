package dev.cleave.engine;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** All metadata of a file or link as text, so that two can be compared and read. */
final class FileLook {
  private FileLook() {}

  /** With the times or, since those of a new file are those of the moment, without. */
  static String of(Path file, boolean withTimes) throws IOException {
    BytePath path = BytePath.of(file);
    FileStatus status = Libc.INSTANCE.statx(Open.AT_CWD, path, Open.AT_SYMLINK_NO_FOLLOW);
    String look =
        status.type()
            + " "
            + Integer.toOctalString(status.permissions())
            + " owned by "
            + status.owner()
            + ":"
            + status.group()
            + " with "
            + attributes(path);
    return withTimes ? look + " at " + status.accessed() + " " + status.modified() : look;
  }

  private static Map<String, String> attributes(BytePath path) throws SyscallException {
    Map<String, String> attributes = new TreeMap<>();
    try {
      for (BytePath name : Libc.INSTANCE.llistxattr(path)) {
        byte[] value = Libc.INSTANCE.lgetxattr(path, name);
        attributes.put(name.toString(), HexFormat.of().formatHex(value));
      }
    } catch (SyscallException e) {
      if (!e.is(Errno.EOPNOTSUPP)) {
        throw e;
      }
    }
    return attributes;
  }
}

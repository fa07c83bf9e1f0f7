package dev.cleave.engine;

import dev.cleave.engine.linux.FileStatus.Timestamp;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files with any metadata, made by root. */
final class MetadataFiles {
  static final BytePath ACCESS_LIST = BytePath.of("system.posix_acl_access");
  static final BytePath DEFAULT_LIST = BytePath.of("system.posix_acl_default");
  static final BytePath CAPABILITY = BytePath.of("security.capability");

  private MetadataFiles() {}

  /** What copies are made from; all may read them. */
  enum Source {
    PLAIN,
    SETUID,
    READ_ONLY,
    GROUP_WRITABLE,
    ATTRIBUTES,
    CAPABLE,
    ACCESS_LIST,
    DIRECTORY,
    SHARED_DIRECTORY,
    LIST_DIRECTORY,
    LINK;

    boolean isDirectory() {
      return this == DIRECTORY || this == SHARED_DIRECTORY || this == LIST_DIRECTORY;
    }

    void make(Path file) throws IOException {
      switch (this) {
        case LINK -> Files.createSymbolicLink(file, Path.of("nowhere"));
        case DIRECTORY, SHARED_DIRECTORY, LIST_DIRECTORY -> {
          Files.createDirectory(file);
          MetadataFiles.make(file.resolve("inner"), 0664, 5, 6);
        }
        default -> Files.writeString(file, "new content");
      }
      switch (this) {
        case PLAIN -> own(file, 0644, 0, 0);
        case SETUID -> own(file, 06755, 5, 6);
        case READ_ONLY -> {
          attribute(file, "user.cleave", "kept");
          own(file, 0444, 5, 6);
        }
        case GROUP_WRITABLE -> own(file, 0666, 5, PLAIN_GROUP);
        case ATTRIBUTES -> {
          attribute(file, "user.cleave", "kept");
          attribute(file, "user.large", "x".repeat(3000));
          attribute(file, "trusted.cleave", "root's");
        }
        case CAPABLE -> {
          own(file, 0755, 5, 6);
          set(file, CAPABILITY, capability());
        }
        case ACCESS_LIST -> {
          own(file, 04674, 5, 6);
          set(file, MetadataFiles.ACCESS_LIST, list(4, 6));
        }
        case DIRECTORY -> own(file, 0555, 5, 6);
        case SHARED_DIRECTORY -> own(file, 03777, 5, 6);
        case LIST_DIRECTORY -> {
          own(file, 0755, 5, 6);
          set(file, MetadataFiles.ACCESS_LIST, list(7, 5));
          set(file, DEFAULT_LIST, list(7, 7));
          attribute(file, "user.cleave", "kept");
        }
        case LINK -> {
          Libc.INSTANCE.lsetxattr(
              BytePath.of(file),
              BytePath.of("trusted.cleave"),
              "x".getBytes(StandardCharsets.UTF_8));
          Libc.INSTANCE.fchownat(Open.AT_CWD, BytePath.of(file), 5, 6, Open.AT_SYMLINK_NO_FOLLOW);
        }
      }
      age(file);
    }
  }

  private static final int PLAIN_GROUP = 65534;

  static void make(Path file, int permissions, int owner, int group) throws IOException {
    Files.writeString(file, "some content");
    own(file, permissions, owner, group);
    age(file);
  }

  static void own(Path file, int permissions, int owner, int group) throws IOException {
    BytePath path = BytePath.of(file);
    Libc.INSTANCE.fchownat(Open.AT_CWD, path, owner, group, Open.AT_SYMLINK_NO_FOLLOW);
    Libc.INSTANCE.fchmodat(Open.AT_CWD, path, permissions);
  }

  /** Years of age, and nanoseconds. */
  static void age(Path file) throws IOException {
    Timestamp accessed = new Timestamp(1_100_000_000, 123_456_789);
    Timestamp modified = new Timestamp(1_000_000_000, 987_654_321);
    Libc.INSTANCE.utimensat(
        Open.AT_CWD, BytePath.of(file), accessed, modified, Open.AT_SYMLINK_NO_FOLLOW);
  }

  static void attribute(Path file, String name, String value) throws IOException {
    set(file, BytePath.of(name), value.getBytes(StandardCharsets.UTF_8));
  }

  static void set(Path file, BytePath name, byte[] value) throws IOException {
    Libc.INSTANCE.lsetxattr(BytePath.of(file), name, value);
  }

  /** cap_chown, permitted and effective: struct vfs_cap_data in linux/capability.h. */
  static byte[] capability() {
    return ByteBuffer.allocate(20)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0x02000001)
        .putInt(1)
        .array();
  }

  /** u::rw- u:1234:PERMISSIONS g::r-- m::MASK o::r--, as in linux/posix_acl_xattr.h. */
  static byte[] list(int permissions, int mask) {
    int none = -1;
    ByteBuffer list = ByteBuffer.allocate(4 + 5 * 8).order(ByteOrder.LITTLE_ENDIAN).putInt(2);
    int[][] entries = {
      {1, 7, none}, {2, permissions, 1234}, {4, 4, none}, {16, mask, none}, {32, 5, none}
    };
    for (int[] entry : entries) {
      list.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[2]);
    }
    return list.array();
  }
}

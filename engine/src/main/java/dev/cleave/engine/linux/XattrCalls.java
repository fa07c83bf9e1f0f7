package dev.cleave.engine.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.cleave.engine.BytePath;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The calls on extended attributes, with their buffers and lists of names. */
record XattrCalls(NativeSyscall syscall) {
  private static final int XATTR_SIZE_MAX = 65536; // linux/limits.h, as XATTR_LIST_MAX

  List<BytePath> list(BytePath path) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment names = arena.allocate(XATTR_SIZE_MAX);
      long bytes =
          syscall.call(
              CallNumber.LISTXATTR,
              Libc.text(arena, path).address(),
              names.address(),
              XATTR_SIZE_MAX);
      return split(names.asSlice(0, bytes).toArray(JAVA_BYTE));
    }
  }

  /** Names that end with a NUL each. */
  private static List<BytePath> split(byte[] names) {
    List<BytePath> found = new ArrayList<>();
    int start = 0;
    for (int end = 0; end < names.length; end++) {
      if (names[end] == 0) {
        found.add(BytePath.of(Arrays.copyOfRange(names, start, end)));
        start = end + 1;
      }
    }
    return found;
  }

  byte[] get(BytePath path, BytePath name) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocate(XATTR_SIZE_MAX);
      long bytes =
          syscall.call(
              CallNumber.GETXATTR,
              Libc.text(arena, path).address(),
              Libc.text(arena, name).address(),
              value.address(),
              XATTR_SIZE_MAX);
      return value.asSlice(0, bytes).toArray(JAVA_BYTE);
    }
  }

  void set(int fd, BytePath name, byte[] value) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, value);
      syscall.call(
          CallNumber.FSETXATTR,
          fd,
          Libc.text(arena, name).address(),
          bytes.address(),
          value.length,
          0);
    }
  }

  void remove(int fd, BytePath name) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      syscall.call(CallNumber.FREMOVEXATTR, fd, Libc.text(arena, name).address());
    }
  }
}

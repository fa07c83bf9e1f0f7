package dev.cleave.engine.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.cleave.engine.BytePath;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The calls on extended attributes, with their buffers and lists of names. Each has a form for a
 * path, one for a symbolic link itself, and one for a descriptor.
 */
record XattrCalls(NativeSyscall syscall) {
  private static final int USUAL_BYTES = 1024; // an empty list is what most files have
  private static final int XATTR_SIZE_MAX = 65536; // linux/limits.h, as XATTR_LIST_MAX
  private static final long NO_NAME = 0;

  List<BytePath> list(int fd) throws SyscallException {
    return split(filled(CallNumber.FLISTXATTR, fd, NO_NAME));
  }

  List<BytePath> list(CallNumber call, BytePath path) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      return split(filled(call, Libc.text(memory, path).address(), NO_NAME));
    }
  }

  byte[] get(int fd, BytePath name) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      return filled(CallNumber.FGETXATTR, fd, Libc.text(memory, name).address());
    }
  }

  byte[] get(CallNumber call, BytePath path, BytePath name) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      return filled(call, Libc.text(memory, path).address(), Libc.text(memory, name).address());
    }
  }

  /** What the call puts into its buffer, which is made larger if that has no room there. */
  private byte[] filled(CallNumber call, long file, long name) throws SyscallException {
    try {
      return filled(call, file, name, USUAL_BYTES);
    } catch (SyscallException e) {
      if (!e.is(Errno.ERANGE)) {
        throw e;
      }
      return filled(call, file, name, XATTR_SIZE_MAX);
    }
  }

  private byte[] filled(CallNumber call, long file, long name, int capacity)
      throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment buffer = memory.allocate(capacity);
      long bytes =
          name == NO_NAME
              ? syscall.call(call, file, buffer.address(), capacity)
              : syscall.call(call, file, name, buffer.address(), capacity);
      return buffer.asSlice(0, bytes).toArray(JAVA_BYTE);
    }
  }

  /** Names that end with a NUL each. */
  private static List<BytePath> split(byte[] names) {
    if (names.length == 0) {
      return List.of();
    }
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

  void set(int fd, BytePath name, byte[] value) throws SyscallException {
    set(CallNumber.FSETXATTR, fd, name, value);
  }

  void set(CallNumber call, BytePath path, BytePath name, byte[] value) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      set(call, Libc.text(memory, path).address(), name, value);
    }
  }

  private void set(CallNumber call, long file, BytePath name, byte[] value)
      throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      long bytes = memory.allocateFrom(JAVA_BYTE, value).address();
      syscall.call(call, file, Libc.text(memory, name).address(), bytes, value.length, 0);
    }
  }

  void remove(BytePath path, BytePath name) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      syscall.call(
          CallNumber.REMOVEXATTR,
          Libc.text(memory, path).address(),
          Libc.text(memory, name).address());
    }
  }
}

package dev.cleave.engine.linux;

import dev.cleave.engine.BytePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The calls on extended attributes, with their buffers and lists of names. Each has a form for a
 * path, one for a symbolic link itself, and one for a descriptor.
 */
final class XattrCalls {
  private static final int USUAL_BYTES = 1024; // an empty list is what most files have
  private static final int XATTR_SIZE_MAX = 65536; // linux/limits.h, as XATTR_LIST_MAX

  private XattrCalls() {}

  /** One of the calls that fill a buffer, with all its arguments but that. */
  @FunctionalInterface
  private interface Filling {
    long make(SystemCall call, long buffer, int capacity) throws SyscallException;
  }

  static List<BytePath> list(int fd) throws SyscallException {
    return split(
        filled((call, buffer, bytes) -> call.make(CallNumber.FLISTXATTR, fd, buffer, bytes)));
  }

  static List<BytePath> list(CallNumber number, BytePath path) throws SyscallException {
    return split(
        filled((call, buffer, bytes) -> call.make(number, call.text(path), buffer, bytes)));
  }

  static byte[] get(int fd, BytePath name) throws SyscallException {
    return filled(
        (call, buffer, bytes) ->
            call.make(CallNumber.FGETXATTR, fd, call.text(name), buffer, bytes));
  }

  static byte[] get(CallNumber number, BytePath path, BytePath name) throws SyscallException {
    return filled(
        (call, buffer, bytes) ->
            call.make(number, call.text(path), call.text(name), buffer, bytes));
  }

  /** What the call puts into its buffer, which is made larger if that has no room there. */
  private static byte[] filled(Filling filling) throws SyscallException {
    try {
      return filled(filling, USUAL_BYTES);
    } catch (SyscallException e) {
      if (!e.is(Errno.ERANGE)) {
        throw e;
      }
      return filled(filling, XATTR_SIZE_MAX);
    }
  }

  private static byte[] filled(Filling filling, int capacity) throws SyscallException {
    SystemCall call = SystemCall.begin();
    long buffer = call.room(capacity);
    return call.bytesAt(buffer, filling.make(call, buffer, capacity));
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

  static void set(int fd, BytePath name, byte[] value) throws SyscallException {
    SystemCall call = SystemCall.begin();
    call.make(CallNumber.FSETXATTR, fd, call.text(name), call.bytes(value), value.length, 0);
  }

  static void set(CallNumber number, BytePath path, BytePath name, byte[] value)
      throws SyscallException {
    SystemCall call = SystemCall.begin();
    call.make(number, call.text(path), call.text(name), call.bytes(value), value.length, 0);
  }

  static void remove(BytePath path, BytePath name) throws SyscallException {
    SystemCall call = SystemCall.begin();
    call.make(CallNumber.REMOVEXATTR, call.text(path), call.text(name));
  }
}

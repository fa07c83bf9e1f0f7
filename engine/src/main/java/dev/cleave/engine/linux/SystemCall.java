package dev.cleave.engine.linux;

import dev.cleave.engine.BytePath;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One thread's way to make a system call: memory for its arguments and answers, which are used
 * again for the next, and the call itself. What is in the memory is good until the thread's next
 * {@link #begin}.
 *
 * <p>Addresses and a buffer rather than memory segments, calls by arity rather than with an array:
 * a tree of small files makes eleven calls a file, and is copied before the JVM's second compiler
 * would have made them cheap.
 */
final class SystemCall {
  private static final int PATH_MAX = 4096; // linux/limits.h
  private static final int XATTR_SIZE_MAX = 65536; // linux/limits.h, as XATTR_LIST_MAX

  /** Two paths, or a path and an attribute with its name, and a structure, each aligned. */
  private static final int BYTES = 2 * (PATH_MAX + Long.BYTES) + XATTR_SIZE_MAX + 1024;

  private static final ThreadLocal<SystemCall> OF_THREAD = ThreadLocal.withInitial(SystemCall::new);

  private final MemorySegment state = Arena.ofAuto().allocate(NativeSyscall.stateLayout());

  /** The same bytes; a segment's own getters take 5 ms to link, a buffer's none. */
  private final ByteBuffer errno = state.asByteBuffer().order(ByteOrder.nativeOrder());

  private final ByteBuffer memory = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.nativeOrder());
  private final long address = MemorySegment.ofBuffer(memory).address();
  private int used;

  private SystemCall() {}

  /** This thread's next call, its memory free. */
  static SystemCall begin() {
    SystemCall call = OF_THREAD.get();
    call.used = 0;
    return call;
  }

  /** The address of so many bytes of memory, aligned for any number, that hold anything. */
  long room(int bytes) {
    int start = (used + Long.BYTES - 1) & -Long.BYTES;
    if (bytes > BYTES - start) {
      throw new IllegalArgumentException(bytes + " bytes are more than a system call takes");
    }
    used = start + bytes;
    return address + start;
  }

  /**
   * The address of the path, with a NUL at its end. Of one that is longer than the kernel takes
   * just so much that it says so.
   */
  long text(BytePath path) {
    int length = Math.min(path.length(), PATH_MAX);
    long text = room(length + 1);
    int start = offset(text);
    for (int i = 0; i < length; i++) {
      memory.put(start + i, path.at(i));
    }
    memory.put(start + length, (byte) 0);
    return text;
  }

  /** The address of those bytes, or of as many as any call takes. */
  long bytes(byte[] value) {
    int length = Math.min(value.length, XATTR_SIZE_MAX);
    long bytes = room(length);
    memory.put(offset(bytes), value, 0, length);
    return bytes;
  }

  long longs(long first, long second) {
    long longs = room(2 * Long.BYTES);
    put(longs, first);
    put(longs + Long.BYTES, second);
    return longs;
  }

  long longs(long first, long second, long third) {
    long longs = longs(first, second);
    put(room(Long.BYTES), third);
    return longs;
  }

  long longs(long first, long second, long third, long fourth) {
    long longs = longs(first, second);
    longs(third, fourth);
    return longs;
  }

  /** Puts a number into memory that is {@link #room} already. */
  void put(long place, long value) {
    memory.putLong(offset(place), value);
  }

  long longAt(long place) {
    return memory.getLong(offset(place));
  }

  int intAt(long place) {
    return memory.getInt(offset(place));
  }

  int unsignedShortAt(long place) {
    return Short.toUnsignedInt(memory.getShort(offset(place)));
  }

  byte[] bytesAt(long place, long length) {
    byte[] bytes = new byte[(int) length];
    memory.get(offset(place), bytes);
    return bytes;
  }

  private int offset(long place) {
    return (int) (place - address);
  }

  long make(CallNumber call, long first) throws SyscallException {
    return make(call, first, 0, 0, 0, 0, 0);
  }

  long make(CallNumber call, long first, long second) throws SyscallException {
    return make(call, first, second, 0, 0, 0, 0);
  }

  long make(CallNumber call, long first, long second, long third) throws SyscallException {
    return make(call, first, second, third, 0, 0, 0);
  }

  long make(CallNumber call, long first, long second, long third, long fourth)
      throws SyscallException {
    return make(call, first, second, third, fourth, 0, 0);
  }

  long make(CallNumber call, long first, long second, long third, long fourth, long fifth)
      throws SyscallException {
    return make(call, first, second, third, fourth, fifth, 0);
  }

  /** Makes the call; errno becomes an exception. */
  long make(
      CallNumber call, long first, long second, long third, long fourth, long fifth, long sixth)
      throws SyscallException {
    long result =
        NativeSyscall.call(state, call.number, first, second, third, fourth, fifth, sixth);
    if (result == -1) {
      throw new SyscallException(call.call, new Errno(errno.getInt(0)));
    }
    return result;
  }
}

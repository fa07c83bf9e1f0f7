package dev.cleave.engine.tree;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The names in an open directory, a buffer full at a time, however many there are. */
final class DirectoryEntries implements AutoCloseable {
  private static final long BUFFER_BYTES = 64 * ByteSize.KIB;

  // struct linux_dirent64, getdents(2)
  private static final long RECORD_LENGTH_OFFSET = 16;
  private static final long NAME_OFFSET = 19;

  private final Fd directory;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment buffer = arena.allocate(BUFFER_BYTES, Long.BYTES);
  private final Deque<BytePath> names = new ArrayDeque<>();

  DirectoryEntries(Fd directory) {
    this.directory = directory;
  }

  /** The next name, in the directory's own order; null behind the last. */
  @Nullable BytePath next() throws SyscallException {
    while (names.isEmpty()) {
      long bytes = directory.syscalls().getdents64(directory.number(), buffer);
      if (bytes == 0) {
        return null;
      }
      parse(bytes);
    }
    return names.poll();
  }

  private void parse(long bytes) {
    long record = 0;
    while (record < bytes) {
      int length = buffer.get(JAVA_SHORT_UNALIGNED, record + RECORD_LENGTH_OFFSET) & 0xffff;
      BytePath name = name(record + NAME_OFFSET);
      if (!isSelfOrParent(name)) {
        names.add(name);
      }
      record += length;
    }
  }

  private BytePath name(long start) {
    long end = start;
    while (buffer.get(JAVA_BYTE, end) != 0) {
      end++;
    }
    return BytePath.of(buffer.asSlice(start, end - start).toArray(JAVA_BYTE));
  }

  private static boolean isSelfOrParent(BytePath name) {
    byte[] bytes = name.bytes();
    return bytes[0] == '.' && (bytes.length == 1 || (bytes.length == 2 && bytes[1] == '.'));
  }

  @Override
  public void close() {
    arena.close();
  }
}

package dev.cleave.engine.tree;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The entries of an open directory, a buffer full at a time, however many there are. */
final class DirectoryEntries {
  // struct linux_dirent64, getdents(2)
  private static final long RECORD_LENGTH_OFFSET = 16;
  private static final long TYPE_OFFSET = 18;
  private static final long NAME_OFFSET = 19;

  private final Fd directory;
  private final MemorySegment buffer;
  private final Deque<Name> names = new ArrayDeque<>();
  private boolean ended;

  /** One entry. */
  record Name(BytePath name, EntryKind kind) {}

  /**
   * @param buffer in use only while {@link #next} runs: many directories can share one
   */
  DirectoryEntries(Fd directory, MemorySegment buffer) {
    this.directory = directory;
    this.buffer = buffer;
  }

  /** The next name, in the directory's own order; null behind the last. */
  @Nullable Name next() throws SyscallException {
    while (names.isEmpty() && !ended) {
      read();
    }
    return names.poll();
  }

  /**
   * Reads all names that are left into memory, so that the directory is needed no more. To go on at
   * an offset later would need less, but no file system owes it to who opens the directory anew.
   */
  void readAll() throws SyscallException {
    while (!ended) {
      read();
    }
  }

  private void read() throws SyscallException {
    long bytes = directory.syscalls().getdents64(directory.number(), buffer);
    if (bytes == 0) {
      ended = true;
    } else {
      parse(bytes);
    }
  }

  private void parse(long bytes) {
    long record = 0;
    while (record < bytes) {
      int length = buffer.get(JAVA_SHORT_UNALIGNED, record + RECORD_LENGTH_OFFSET) & 0xffff;
      byte[] name = name(record + NAME_OFFSET);
      if (!isSelfOrParent(name)) {
        EntryKind kind = EntryKind.of(buffer.get(JAVA_BYTE, record + TYPE_OFFSET));
        names.add(new Name(BytePath.of(name), kind));
      }
      record += length;
    }
  }

  private byte[] name(long start) {
    long end = start;
    while (buffer.get(JAVA_BYTE, end) != 0) {
      end++;
    }
    return buffer.asSlice(start, end - start).toArray(JAVA_BYTE);
  }

  private static boolean isSelfOrParent(byte[] name) {
    return name[0] == '.' && (name.length == 1 || (name.length == 2 && name[1] == '.'));
  }
}

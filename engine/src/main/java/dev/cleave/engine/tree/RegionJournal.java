package dev.cleave.engine.tree;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteRange;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Which regions of a part are on the device: a {@link JournalHeader}, then records of offset,
 * length and checksum. A record is written only once the data of its region is durable, and counts
 * only as far as all before it are whole: a kill or a power cut at any moment loses the last
 * regions, and never invents one.
 *
 * <p>Several workers may record at once.
 */
final class RegionJournal implements AutoCloseable {
  static final int RECORD_BYTES = 2 * Long.BYTES + Integer.BYTES;

  /** What is behind it isn't read: more than anybody's regions. */
  private static final long MOST_BYTES = 1 << 28;

  private final Fd fd;
  private final ResumeNames names;
  private final Fd part;
  private final byte[] header;
  private final List<ByteRange> finished = new ArrayList<>();
  private long end;
  private boolean closedForRecords;

  private RegionJournal(Fd fd, ResumeNames names, Fd part, JournalHeader header) {
    this.fd = fd;
    this.names = names;
    this.part = part;
    this.header = header.encoded();
  }

  /**
   * Goes on with the journal if it is about that source and that part; else both begin anew, empty.
   *
   * @param fd the journal's, locked; closed with this
   */
  static RegionJournal open(Fd fd, ResumeNames names, Fd part, JournalHeader header)
      throws CopyFailure {
    RegionJournal journal = new RegionJournal(fd, names, part, header);
    try {
      ByteBuffer content = journal.read();
      if (!journal.load(content, header.source().size())) {
        journal.begin(content.limit() > 0);
      }
      return journal;
    } catch (SyscallException e) {
      throw journal.failure(e);
    }
  }

  private ByteBuffer read() throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment content = arena.allocate(Math.min(fd.status().size(), MOST_BYTES));
      long filled = 0;
      while (filled < content.byteSize()) {
        MemorySegment rest = content.asSlice(filled);
        long count = fd.syscalls().pread64(fd.number(), rest, rest.byteSize(), filled);
        if (count == 0) {
          break;
        }
        filled += count;
      }
      return ByteBuffer.wrap(content.asSlice(0, filled).toArray(JAVA_BYTE));
    }
  }

  /** Takes the whole records; false if none of it can be trusted. */
  private boolean load(ByteBuffer content, long sourceBytes) throws SyscallException {
    byte[] found = new byte[Math.min(header.length, content.remaining())];
    content.get(found);
    if (!Arrays.equals(found, header)) {
      return false;
    }
    end = header.length;
    while (content.remaining() >= RECORD_BYTES) {
      byte[] record = new byte[RECORD_BYTES];
      content.get(record);
      ByteBuffer fields = ByteBuffer.wrap(record);
      long offset = fields.getLong();
      long length = fields.getLong();
      if (!Arrays.equals(record, record(offset, length))) {
        break;
      }
      finished.add(new ByteRange(offset, length));
      end += RECORD_BYTES;
    }
    fd.syscalls().ftruncate(fd.number(), end);
    long partBytes = part.status().size();
    return finished.stream().allMatch(region -> region.end() <= partBytes)
        && partBytes <= sourceBytes;
  }

  private void begin(boolean hadRecords) throws SyscallException {
    finished.clear();
    end = 0;
    fd.syscalls().ftruncate(fd.number(), 0);
    part.syscalls().ftruncate(part.number(), 0);
    append(header);
    if (hadRecords) {
      fd.syscalls().fdatasync(fd.number()); // they must not come back after a power cut
    }
  }

  /** The regions that are on the device, ascending, adjacent ones joined. */
  synchronized List<ByteRange> finished() {
    List<ByteRange> joined = new ArrayList<>();
    finished.sort(Comparator.comparingLong(ByteRange::offset));
    for (ByteRange region : finished) {
      ByteRange last = joined.isEmpty() ? region : joined.getLast();
      if (joined.isEmpty() || region.offset() > last.end()) {
        joined.add(region);
      } else if (region.end() > last.end()) {
        joined.set(joined.size() - 1, new ByteRange(last.offset(), region.end() - last.offset()));
      }
    }
    return joined;
  }

  /** Makes the data of the region durable, then records that it is. */
  synchronized void record(ByteRange region) throws CopyFailure {
    if (closedForRecords) {
      return;
    }
    // The kernel reports a lost page to one sync only: after an error the next one would succeed,
    // and vouch for pages that are gone.
    closedForRecords = true;
    syncPart();
    try {
      append(record(region.offset(), region.length()));
      fd.syscalls().fdatasync(fd.number());
    } catch (SyscallException e) {
      throw failure(e);
    }
    finished.add(region);
    closedForRecords = false;
  }

  private void syncPart() throws CopyFailure {
    try {
      part.syscalls().fdatasync(part.number());
    } catch (SyscallException e) {
      BytePath shown = names.part().shown();
      throw CopyFailure.of(shown, "error writing " + shown.quoted(), e);
    }
  }

  /** The checksum covers the header, too: a record says nothing under another one. */
  private byte[] record(long offset, long length) {
    ByteBuffer record = ByteBuffer.allocate(RECORD_BYTES).putLong(offset).putLong(length);
    CRC32C checksum = new CRC32C();
    checksum.update(header);
    checksum.update(record.array(), 0, record.position());
    return record.putInt((int) checksum.getValue()).array();
  }

  private void append(byte[] bytes) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment rest = arena.allocateFrom(JAVA_BYTE, bytes);
      while (rest.byteSize() > 0) {
        long count = fd.syscalls().pwrite64(fd.number(), rest, rest.byteSize(), end);
        if (count == 0) {
          throw new SyscallException("write of 0 bytes", Errno.EIO);
        }
        end += count;
        rest = rest.asSlice(count);
      }
    }
  }

  /** Takes everything back: what is in the part can't be gone on with. */
  synchronized void forget() throws SyscallException {
    closedForRecords = true;
    finished.clear();
    fd.syscalls().ftruncate(fd.number(), 0);
  }

  private CopyFailure failure(SyscallException e) {
    BytePath shown = names.journal().shown();
    return CopyFailure.of(shown, "cannot keep the journal " + shown.quoted(), e);
  }

  /** Gives up the lock. */
  @Override
  public void close() throws SyscallException {
    fd.close();
  }
}

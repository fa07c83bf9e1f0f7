package dev.cleave.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteRange;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.FileStatus.Timestamp;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.options.SparseMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionJournalTest {
  private static final JournalHeader HEADER = header(7, 1000, 111, 222, 9, SparseMode.AUTO);
  private static final List<ByteRange> REGIONS =
      List.of(range(500, 100), range(0, 50), range(700, 1), range(300, 100), range(900, 100));

  @TempDir Path directory;
  private Path journal;
  private Path part;
  private ResumeNames names;
  private Fd open;

  @BeforeEach
  void write() throws IOException {
    open = Fd.open(Libc.INSTANCE, Open.AT_CWD, BytePath.of(directory), Open.PATH, 0);
    BytePath name = BytePath.of("x");
    names = ResumeNames.of(TargetNames.in(open, name, name));
    journal = Files.createFile(directory.resolve(".x.cleave-journal"));
    part = Files.write(directory.resolve(".x.cleave-part"), new byte[1000]);
  }

  @AfterEach
  void close() throws IOException {
    open.close();
  }

  @Test
  void givesBackWhatWasRecorded() throws IOException {
    byte[] whole = recorded();
    assertThat(whole).hasSize(JournalHeader.BYTES + 5 * RegionJournal.RECORD_BYTES);
    assertThat(finished(HEADER))
        .containsExactly(
            range(0, 50), range(300, 100), range(500, 100), range(700, 1), range(900, 100));
  }

  @Test
  void joinsRegionsThatTouchOrOverlap() throws IOException {
    record(range(10, 10), range(0, 10), range(15, 20), range(50, 1), range(12, 2));
    assertThat(finished(HEADER)).containsExactly(range(0, 35), range(50, 1));
  }

  @Test
  void takesTheWholeRecordsBeforeAnyTornEnd() throws IOException {
    byte[] whole = recorded();
    for (int bytes = 0; bytes <= whole.length; bytes++) {
      leave(Arrays.copyOf(whole, bytes), 1000);
      assertThat(finished(HEADER)).as(bytes + " bytes").containsExactlyElementsOf(before(bytes));
    }
  }

  @Test
  void takesTheRecordsBeforeAnyWrongByte() throws IOException {
    byte[] whole = recorded();
    for (int at = 0; at < whole.length; at++) {
      byte[] spoiled = whole.clone();
      spoiled[at] ^= 0x10;
      leave(spoiled, 1000);
      assertThat(finished(HEADER)).as("byte " + at).containsExactlyElementsOf(before(at));
    }
  }

  /** The regions whose records end at or before that byte. */
  private static List<ByteRange> before(int bytes) {
    int count = Math.max(0, bytes - JournalHeader.BYTES) / RegionJournal.RECORD_BYTES;
    return REGIONS.subList(0, count).stream()
        .sorted(Comparator.comparingLong(ByteRange::offset))
        .toList();
  }

  @Test
  void goesOnBehindTheLastWholeRecord() throws IOException {
    byte[] whole = recorded();
    leave(Arrays.copyOf(whole, whole.length - 25), 1000); // 3 records and a torn one
    record(range(1, 2));
    assertThat(journal).hasSize(JournalHeader.BYTES + 4 * RegionJournal.RECORD_BYTES);
    assertThat(finished(HEADER)).hasSize(3).contains(range(0, 50), range(500, 100));
  }

  @Test
  void holdsForOneStateOfOneSourceAndOnePart() throws IOException {
    byte[] whole = recorded();
    Stream.of(
            header(8, 1000, 111, 222, 9, SparseMode.AUTO),
            header(7, 1001, 111, 222, 9, SparseMode.AUTO),
            header(7, 1000, 112, 222, 9, SparseMode.AUTO),
            header(7, 1000, 111, 223, 9, SparseMode.AUTO),
            header(7, 1000, 111, 222, 8, SparseMode.AUTO),
            header(7, 1000, 111, 222, 9, SparseMode.NEVER))
        .forEach(other -> assertBeginsAnew(whole, other));
  }

  private void assertBeginsAnew(byte[] whole, JournalHeader header) {
    try {
      leave(whole, 1000);
      assertThat(finished(header)).as(header.toString()).isEmpty();
      assertThat(journal).hasSize(JournalHeader.BYTES);
      assertThat(part).isEmptyFile();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void trustsNoPartThatIsShorterThanItsRegionsOrLongerThanTheSource() throws IOException {
    byte[] whole = recorded();
    for (int bytes : List.of(999, 1001)) {
      leave(whole, bytes);
      assertThat(finished(HEADER)).as(bytes + " bytes").isEmpty();
    }
  }

  @Test
  void forgets() throws IOException {
    recorded();
    try (Fd partFd = open(part);
        RegionJournal open = RegionJournal.open(open(journal), names, partFd, HEADER)) {
      open.forget();
      open.record(range(0, 10));
    }
    assertThat(finished(HEADER)).isEmpty();
  }

  private void leave(byte[] journalBytes, int partBytes) throws IOException {
    Files.write(journal, journalBytes);
    Files.write(part, new byte[partBytes]);
  }

  private byte[] recorded() throws IOException {
    record(REGIONS.toArray(ByteRange[]::new));
    return Files.readAllBytes(journal);
  }

  private void record(ByteRange... regions) throws IOException {
    try (Fd partFd = open(part);
        RegionJournal open = RegionJournal.open(open(journal), names, partFd, HEADER)) {
      Files.write(part, new byte[1000]);
      for (ByteRange region : regions) {
        open.record(region);
      }
    }
  }

  private List<ByteRange> finished(JournalHeader header) throws IOException {
    try (Fd partFd = open(part);
        RegionJournal open = RegionJournal.open(open(journal), names, partFd, header)) {
      return open.finished();
    }
  }

  private static Fd open(Path file) throws IOException {
    return Fd.open(Libc.INSTANCE, Open.AT_CWD, BytePath.of(file), Open.READ_WRITE, 0);
  }

  private static ByteRange range(long offset, long length) {
    return new ByteRange(offset, length);
  }

  private static JournalHeader header(
      long inode, long size, long modified, long changed, long part, SparseMode sparse) {
    Timestamp never = new Timestamp(0, 0);
    FileStatus source =
        new FileStatus(
            0100644,
            1,
            0,
            0,
            inode,
            size,
            8,
            1,
            2,
            never,
            new Timestamp(1, (int) modified),
            new Timestamp(1, (int) changed),
            0,
            0);
    return new JournalHeader(source, part, sparse);
  }
}

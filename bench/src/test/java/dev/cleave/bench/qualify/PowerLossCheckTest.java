package dev.cleave.bench.qualify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cleave.bench.tune.RefusedException;
import dev.cleave.engine.Cancellation;
import dev.cleave.tuner.qualify.BadBlock;
import dev.cleave.tuner.qualify.BadBlock.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a device must have kept, for images and logs whose history is known. */
class PowerLossCheckTest {
  private static final long WRITES = 5000; // to 2,048 blocks: most are written more than once
  private static final int BLOCK_BYTES = StampedWrites.BLOCK_BYTES;

  private static final StampedWrites WRITTEN = new StampedWrites(42);
  private static final byte[] ALL_WRITTEN = allWritten();

  private final byte[] image = ALL_WRITTEN.clone();

  @TempDir Path home;
  private Path own;

  @BeforeEach
  void makeDirectory() throws IOException {
    own = Files.createDirectory(home.resolve(PowerLossRecord.DIRECTORY));
  }

  @Test
  void allThatWasAcknowledgedIsThereAndThenTheRecordIsRemoved() throws IOException {
    PowerLossOutcome outcome = check(WRITES);

    assertThat(outcome.bad()).isEmpty();
    assertThat(outcome.acknowledged()).isEqualTo(WRITES);
    assertThat(outcome.blocksChecked()).isGreaterThan(1800);
    assertThat(own).doesNotExist();
  }

  @Test
  void aLogThatEndsBeforeTheDeviceDidIsNoFault() throws IOException {
    for (long behind : new long[] {1, 2, 14, 1000, WRITES}) {
      PowerLossOutcome outcome = check(WRITES - behind);

      assertThat(outcome.bad()).as(behind + " behind").isEmpty();
      assertThat(outcome.acknowledged()).isEqualTo(WRITES - 1);
      assertThat(outcome.logged()).isEqualTo(WRITES - behind);
    }
  }

  @Test
  void theWriteUnderWayMayBeThereInAnyNumberOfSectors() throws IOException {
    for (int bytes = 0; bytes <= BLOCK_BYTES; bytes += 4096) {
      apply(WRITES + 1, BLOCK_BYTES - bytes, BLOCK_BYTES);

      assertThat(check(WRITES).bad()).as(bytes + " bytes").isEmpty();
    }
  }

  @Test
  void everyWriteThatTheDeviceDidNotKeepIsFoundHoweverLittleTheLogSays() throws IOException {
    for (long lost : new long[] {1, 1700, WRITES - 1}) {
      long last = lastLike(lost);
      byte[] right = block(WRITTEN.offset(last));
      revert(last);
      for (long logged : new long[] {WRITES, last, 7}) {
        BadBlock bad = only(check(logged));

        assertThat(bad.offset()).isEqualTo(WRITTEN.offset(last));
        assertThat(bad.generation()).isEqualTo(last);
        assertThat(bad.kind()).isEqualTo(Kind.LOST);
      }
      put(WRITTEN.offset(last), right);
    }
  }

  @Test
  void theLastAcknowledgedWriteIsMissedByTheLogAlone() throws IOException {
    revert(WRITES);

    assertThat(only(check(WRITES)).generation()).isEqualTo(WRITES);
    assertThat(check(WRITES - 1).bad()).isEmpty();
  }

  @Test
  void aDeviceThatWentBackInTimeHasLostAllThatCameSince() throws IOException {
    byte[] then = image.clone();
    for (long write = WRITES + 1; write <= WRITES + 500; write++) {
      apply(write, 0, BLOCK_BYTES);
    }
    assertThat(check(WRITES + 500).bad()).isEmpty();
    System.arraycopy(then, 0, image, 0, image.length);

    long blocks =
        LongStream.rangeClosed(WRITES + 1, WRITES + 500).map(WRITTEN::offset).distinct().count();
    assertThat(check(WRITES + 500).bad()).hasSize((int) blocks);
  }

  @Test
  void halfOfAnAcknowledgedWriteIsTorn() throws IOException {
    long last = lastLike(1700);
    byte[] right = block(WRITTEN.offset(last));
    revert(last);
    System.arraycopy(right, 0, image, (int) WRITTEN.offset(last), BLOCK_BYTES / 2);

    assertThat(only(check(WRITES)).kind()).isEqualTo(Kind.TORN);
  }

  @Test
  void aFlippedBitIsCorruptAndAnotherBlocksContentMisdirected() throws IOException {
    image[5 * BLOCK_BYTES + 700] ^= 1;
    put(9L * BLOCK_BYTES, block(11L * BLOCK_BYTES));

    assertThat(check(WRITES).bad())
        .extracting(BadBlock::offset, BadBlock::kind)
        .containsExactly(
            tuple(5L * BLOCK_BYTES, Kind.CORRUPT), tuple(9L * BLOCK_BYTES, Kind.MISDIRECTED));
  }

  @Test
  void whatCannotBeReadOrIsGoneIsMissing() throws IOException {
    byte[] cut = Arrays.copyOf(image, image.length - BLOCK_BYTES);
    Files.write(own.resolve(PowerLossRecord.FILE), cut);
    assertThat(only(PowerLossCheck.run(home, log(WRITES))).kind()).isEqualTo(Kind.FAILED);

    Files.delete(own.resolve(PowerLossRecord.FILE));
    assertThat(only(PowerLossCheck.run(home, log(WRITES))).kind()).isEqualTo(Kind.LOST);
  }

  @Test
  void theLastLineOfALogMayBeTornAndNoOther() throws IOException {
    Path log = log(100);
    String text = Files.readString(log);
    for (String torn : List.of("1638", "16384 10", "\0\0\0\0", "\u00e9")) {
      Files.writeString(log, text + torn, StandardCharsets.ISO_8859_1);

      assertThat(AckLog.read(log).acknowledged()).isEqualTo(100);
    }
    Files.writeString(log, text + "16384 10\n16384 101 .\n");
    assertThatThrownBy(() -> AckLog.read(log))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("line 102 ");
  }

  @Test
  void whatIsNoLogOrSaysNothingIsRefused() throws IOException {
    Path log = home.resolve("log");
    for (String text :
        List.of("", "hello\n", "cleave-power-loss/2 x\n", "cleave-power-loss/1 42\n")) {
      Files.writeString(log, text);

      assertThatThrownBy(() -> PowerLossCheck.run(home, log))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("is no log");
    }
    Files.write(own.resolve(PowerLossRecord.FILE), new byte[image.length]);
    assertThatThrownBy(() -> PowerLossCheck.run(home, log(0)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("nothing to check");
  }

  @Test
  void whatIsRecordedPassesItsCheck() throws IOException {
    Path device = Files.createDirectory(home.resolve("device"));
    Path log = home.resolve("log");
    Cancellation cancellation = new Cancellation();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PowerLossRecord.run(device, "-", cancelling(bytes, 20, cancellation), 3600, cancellation);
    Files.write(log, bytes.toByteArray());
    PowerLossOutcome outcome = PowerLossCheck.run(device, log);

    assertThat(outcome.bad()).isEmpty();
    assertThat(outcome.acknowledged()).isEqualTo(20);
    assertThat(device).isEmptyDirectory();
  }

  @Test
  void aLogThatCannotBeWrittenEndsTheRecord() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    PrintStream out = new PrintStream(broken, true, StandardCharsets.UTF_8);

    assertThatThrownBy(() -> PowerLossRecord.run(own, "-", out, 3600, new Cancellation()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the log can't be written");
  }

  /** Cancels after so many acknowledgements, each a line behind the first. */
  private static PrintStream cancelling(OutputStream behind, int acks, Cancellation cancellation) {
    OutputStream counting =
        new OutputStream() {
          private int lines;

          @Override
          public void write(int b) throws IOException {
            behind.write(b);
            lines += b == '\n' ? 1 : 0;
            if (lines > acks) {
              cancellation.cancel(new CancellationException("enough"));
            }
          }
        };
    return new PrintStream(counting, true, StandardCharsets.UTF_8);
  }

  private static BadBlock only(PowerLossOutcome outcome) {
    assertThat(outcome.bad()).hasSize(1);
    return outcome.bad().getFirst();
  }

  private PowerLossOutcome check(long logged) throws IOException {
    Files.createDirectories(own);
    Files.write(own.resolve(PowerLossRecord.FILE), image);
    return PowerLossCheck.run(home, log(logged));
  }

  private Path log(long logged) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("cleave-power-loss/2 " + WRITTEN.record());
    for (long write = 1; write <= logged; write++) {
      lines.add(WRITTEN.offset(write) + " " + write + " .");
    }
    return Files.write(home.resolve("log"), lines);
  }

  /** The last write that went where this one did. */
  private long lastLike(long write) {
    return WRITTEN.lastTo(WRITTEN.offset(write), WRITES);
  }

  private void revert(long write) {
    long before = WRITTEN.lastTo(WRITTEN.offset(write), write - 1);
    if (before > 0) {
      apply(before, 0, BLOCK_BYTES);
    } else {
      put(WRITTEN.offset(write), new byte[BLOCK_BYTES]);
    }
  }

  private void apply(long write, int from, int to) {
    apply(image, write, from, to);
  }

  private static void apply(byte[] image, long write, int from, int to) {
    byte[] block = new byte[BLOCK_BYTES];
    WRITTEN.stamp(write).fill(block);
    System.arraycopy(block, from, image, (int) WRITTEN.offset(write) + from, to - from);
  }

  private static byte[] allWritten() {
    byte[] image = new byte[(int) StampedWrites.FILE_BYTES];
    for (long write = 1; write <= WRITES; write++) {
      apply(image, write, 0, BLOCK_BYTES);
    }
    return image;
  }

  private byte[] block(long offset) {
    return Arrays.copyOfRange(image, (int) offset, (int) offset + BLOCK_BYTES);
  }

  private void put(long offset, byte[] block) {
    System.arraycopy(block, 0, image, (int) offset, BLOCK_BYTES);
  }
}

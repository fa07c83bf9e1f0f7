package dev.cleave.bench.qualify;

import dev.cleave.bench.tune.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The log of acknowledged syncs: which record it is of, then a line for each write in turn. Where
 * it is a file, each line is on its device before the next block is written; a pipe may lag behind.
 */
final class AckLog implements AutoCloseable {
  private static final String MAGIC = "cleave-power-loss/2 ";

  private final PrintStream out;
  private final @Nullable FileChannel channel;

  private AckLog(PrintStream out, @Nullable FileChannel channel) {
    this.out = out;
    this.channel = channel;
  }

  /**
   * Begins a log.
   *
   * @param log a new file, or {@code -} for {@code out}
   */
  static AckLog create(String log, PrintStream out, long record) throws IOException {
    AckLog made = new AckLog(out, log.equals("-") ? null : newFile(Path.of(log)));
    made.line(MAGIC + record);
    return made;
  }

  private static FileChannel newFile(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    PowerLossRecord.syncDirectory(path.toAbsolutePath().resolveSibling("."));
    return channel;
  }

  void acknowledged(Stamp stamp) throws IOException {
    line(line(stamp));
  }

  private static String line(Stamp stamp) {
    return stamp.offset() + " " + stamp.generation() + " ."; // a torn line has no full stop
  }

  private void line(String text) throws IOException {
    if (channel == null) {
      out.print(text + "\n");
      if (out.checkError()) { // which flushes
        throw new IOException("the log can't be written any more");
      }
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  /**
   * What a log says.
   *
   * @param acknowledged the last write that it has; 0 if none
   */
  record Content(StampedWrites writes, long acknowledged) {}

  /**
   * Reads a log, of which the last line may be torn.
   *
   * @throws RefusedException if it is none, or damaged before its end
   */
  static Content read(Path log) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
      StampedWrites writes = new StampedWrites(record(log, lines.readLine()));
      long acknowledged = 0;
      String line = lines.readLine();
      while (line != null) {
        boolean right = line.equals(line(writes.stamp(acknowledged + 1)));
        acknowledged += right ? 1 : 0;
        line = lines.readLine();
        if (!right && line != null) {
          throw new RefusedException(
              log + " is damaged: line " + (acknowledged + 2) + " is not that of the next write");
        }
      }
      return new Content(writes, acknowledged);
    }
  }

  private static long record(Path log, @Nullable String line) throws RefusedException {
    if (line != null && line.startsWith(MAGIC)) {
      try {
        return Long.parseLong(line.substring(MAGIC.length()));
      } catch (NumberFormatException _) {
        // said below
      }
    }
    throw new RefusedException(log + " is no log of --power-loss=record");
  }
}

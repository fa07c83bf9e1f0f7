package dev.cleave.bench.qualify;

import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.qualify.Measurement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * The measurements of a run as they are made: a JSON document a line, each synced before {@link
 * #append} returns. A line without its line feed is a torn write, and is cut off. Any thread may
 * append.
 */
final class QualifyJournal implements AutoCloseable {
  private final FileChannel channel;

  private QualifyJournal(FileChannel channel) {
    this.channel = channel;
  }

  /** One line: which of the run's directories, and what was measured there. */
  record Line(String directory, Measurement measurement) {}

  static QualifyJournal open(Path path) throws IOException {
    long complete = Files.exists(path) ? complete(Files.readAllBytes(path)) : 0;
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(complete).position(complete);
    return new QualifyJournal(channel);
  }

  synchronized void append(Line line) throws IOException {
    byte[] document = Json.LINE.writeValueAsBytes(line);
    ByteBuffer bytes = ByteBuffer.allocate(document.length + 1);
    bytes.put(document).put((byte) '\n').flip();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  static List<Line> read(Path path) throws IOException {
    List<Line> lines = new ArrayList<>();
    if (Files.notExists(path)) {
      return lines;
    }
    byte[] bytes = Files.readAllBytes(path);
    String text = new String(bytes, 0, (int) complete(bytes), StandardCharsets.UTF_8);
    for (String line : text.lines().toList()) {
      try {
        lines.add(Json.LINE.readValue(line, Line.class));
      } catch (JacksonException e) {
        throw new IOException(path + ", line " + (lines.size() + 1) + ": " + e.getMessage(), e);
      }
    }
    return lines;
  }

  private static long complete(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] != '\n') {
      length--;
    }
    return length;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

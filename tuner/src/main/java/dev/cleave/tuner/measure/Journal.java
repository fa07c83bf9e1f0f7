package dev.cleave.tuner.measure;

import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;

/**
 * The samples of a run as they are taken: append-only, one JSON document a line, each synced before
 * {@link #append} returns, so that {@code kill -9} costs one sample at most.
 *
 * <p>A line counts once its line feed is written. What follows the last line feed is a torn write:
 * reading passes over it, and opening for appending cuts it off. Any other line that is no sample
 * is an error. Not safe for use by several threads.
 */
public final class Journal implements SampleLog, AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private Journal(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Opens the journal at {@code path} for appending, and creates it if there is none. */
  public static Journal open(Path path) throws IOException {
    long complete = Files.exists(path) ? completeLength(Files.readAllBytes(path)) : 0;
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(complete).position(complete);
    return new Journal(path, channel);
  }

  /** Writes the sample behind the others and syncs it to the device. */
  @Override
  public void append(Sample sample) throws IOException {
    appendLine(sample);
  }

  /** The same with a sample of another kind, whose journal {@link #read} can't read. */
  public void appendLine(Record sample) throws IOException {
    byte[] document = Json.LINE.writeValueAsBytes(sample);
    ByteBuffer line = ByteBuffer.allocate(document.length + 1);
    line.put(document).put((byte) '\n').flip();
    while (line.hasRemaining()) {
      channel.write(line);
    }
    channel.force(false);
  }

  /** Cuts off all but the first so many samples, which were there before. */
  public void keepFirst(int samples) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    int length = 0;
    for (int lines = 0; lines < samples; length++) {
      lines += bytes[length] == '\n' ? 1 : 0;
    }
    channel.truncate(length).position(length);
    channel.force(false);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /**
   * The samples of a journal, in the order in which they were taken.
   *
   * @throws NoSuchFileException if there is no such journal
   * @throws IOException if it can't be read, or a line of it is no sample; the message has the
   *     line's number
   */
  public static List<Sample> read(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    List<Sample> samples = new ArrayList<>();
    int lineStart = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        String line = new String(bytes, lineStart, i - lineStart, StandardCharsets.UTF_8);
        samples.add(parse(line, path, samples.size() + 1));
        lineStart = i + 1;
      }
    }
    return List.copyOf(samples);
  }

  private static Sample parse(String line, Path path, int lineNumber) throws IOException {
    try {
      Sample sample =
          Json.LINE
              .readerFor(Sample.class)
              .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .readValue(line);
      return Objects.requireNonNull(sample, "null");
    } catch (JacksonException | NullPointerException e) {
      throw new IOException(
          path + ", line " + lineNumber + ": no sample of a tune: " + e.getMessage(), e);
    }
  }

  private static long completeLength(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] != '\n') {
      length--;
    }
    return length;
  }
}

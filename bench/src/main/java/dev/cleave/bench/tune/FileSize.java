package dev.cleave.bench.tune;

import dev.cleave.bench.trial.Room;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.options.DataOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

/**
 * The size of the file that each sample copies: large enough to be split and to take a while, small
 * enough for the room there is.
 */
final class FileSize {
  private static final long SMALLEST = DataOptions.DEFAULT_SPLIT_THRESHOLD_BYTES;
  private static final long PREFERRED = 256 * ByteSize.MIB;

  private FileSize() {}

  /**
   * @throws RefusedException if there is no room for the data and one copy of it
   */
  static long choose(TuneRequest request) throws IOException {
    Long asked = request.fileBytes();
    long largest = largest(request);
    long wanted = asked == null ? SMALLEST : asked;
    if (wanted > largest) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "too little room in %s: a file of %s and a copy of it need %s more than is free",
              request.destination(),
              ByteSize.format(wanted),
              ByteSize.format((wanted - largest) * copies(request))));
    }
    return asked == null ? Math.min(PREFERRED, largest - largest % ByteSize.MIB) : asked;
  }

  private static long largest(TuneRequest request) throws IOException {
    return Math.min(Room.usableBytes(request.source()), Room.usableBytes(request.destination()))
        / copies(request);
  }

  /** On one device lie the data and a copy of it. */
  private static int copies(TuneRequest request) throws IOException {
    boolean oneDevice =
        Files.getFileStore(request.source()).equals(Files.getFileStore(request.destination()));
    return oneDevice ? 2 : 1;
  }
}

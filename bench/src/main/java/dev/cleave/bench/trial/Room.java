package dev.cleave.bench.trial;

import dev.cleave.engine.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How large a file can be copied in a directory without filling its device up. */
public final class Room {
  /** Left alone on the device, whatever we do: the larger of this and a hundredth of it. */
  private static final long LEAST_LEFT_BYTES = 64 * ByteSize.MIB;

  private static final int SHARE_LEFT = 100;

  private Room() {}

  /** Bytes that may be used on the device of the directory. */
  public static long usableBytes(Path directory) throws IOException {
    var store = Files.getFileStore(directory);
    long left = Math.max(LEAST_LEFT_BYTES, store.getTotalSpace() / SHARE_LEFT);
    return Math.max(0, store.getUsableSpace() - left);
  }
}

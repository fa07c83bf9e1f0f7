package dev.cleave.bench.qualify;

import dev.cleave.bench.trial.TrialFiles;
import dev.cleave.bench.tune.RefusedException;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.io.DeviceFile;
import dev.cleave.tuner.device.StorageProbe;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.qualify.BadBlock;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Whether a device keeps what it said it had: stamped blocks are written one by one, each synced,
 * and logged to another place once the sync is acknowledged. When the machine has lost its power,
 * every block must be the acknowledged write, or the one that was under way.
 *
 * <p>What is written lies in {@value #DIRECTORY}, which outlives the run on purpose; a check that
 * finds all of it removes it.
 */
public final class PowerLoss {
  static final String DIRECTORY = ".cleave-power-loss";

  private static final String FILE = "stamped";
  private static final String MAGIC = "cleave-power-loss/1";
  private static final int BLOCK_BYTES = (int) (16 * ByteSize.KIB);
  private static final int BLOCKS = 2048;
  private static final double NANOS = 1e9;

  private PowerLoss() {}

  /**
   * What a check found.
   *
   * @param acknowledged syncs that were logged
   * @param bad blocks that are not as acknowledged
   */
  public record Outcome(long acknowledged, int blocksChecked, List<BadBlock> bad) {
    public Outcome {
      bad = List.copyOf(bad);
    }

    public boolean isWhole() {
      return bad.isEmpty();
    }

    public String toJson() {
      return Json.PRETTY.writeValueAsString(
          Map.of(
              "schema",
              "cleave.power-loss/1",
              "verdict",
              isWhole() ? "PASS" : "FAIL",
              "acknowledged",
              acknowledged,
              "blocksChecked",
              blocksChecked,
              "bad",
              bad));
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      text.append(
          String.format(
              Locale.ROOT,
              "%s: %d acknowledged syncs, %d blocks checked, %d not as acknowledged",
              isWhole() ? "PASS" : "FAIL",
              acknowledged,
              blocksChecked,
              bad.size()));
      bad.forEach(
          it -> text.append("\noffset " + it.offset() + ": " + it.kind() + ", " + it.fault()));
      return text.toString();
    }
  }

  /**
   * Writes, syncs and logs until the time is over or the power is gone.
   *
   * @param log a file on another device, or {@code -} for {@code out}, as for a pipe to another
   *     host
   * @throws RefusedException if the log lies on the same file system, or an earlier record is left
   */
  public static void record(
      Path directory, String log, PrintStream out, double seconds, Cancellation cancellation)
      throws IOException {
    Path own = directory.resolve(DIRECTORY);
    if (Files.exists(own)) {
      throw new RefusedException(own + " is there already: check it, or remove it");
    }
    if (!log.equals("-")) {
      requireElsewhere(directory, Path.of(log));
    }
    Files.createDirectory(own);
    long id = System.nanoTime() ^ ProcessHandle.current().pid();
    try (AckLog acks = AckLog.open(log, out, id);
        DeviceFile file = DeviceFile.create(own.resolve(FILE), (long) BLOCK_BYTES * BLOCKS);
        Arena arena = Arena.ofConfined()) {
      file.sync();
      syncDirectory(own);
      syncDirectory(directory);
      write(file, arena, id, acks, seconds, cancellation);
    }
  }

  private static void write(
      DeviceFile file, Arena arena, long id, AckLog acks, double seconds, Cancellation cancellation)
      throws IOException {
    MemorySegment buffer = arena.allocate(BLOCK_BYTES, DeviceFile.UNIT_BYTES);
    byte[] block = new byte[BLOCK_BYTES];
    SplittableRandom random = new SplittableRandom(id);
    long end = System.nanoTime() + (long) (seconds * NANOS);
    for (long write = 1; System.nanoTime() < end && !cancellation.isCancelled(); write++) {
      Stamp stamp = new Stamp(id, random.nextLong(BLOCKS) * BLOCK_BYTES, write);
      stamp.fill(block);
      MemorySegment.copy(MemorySegment.ofArray(block), 0, buffer, 0, BLOCK_BYTES);
      file.write(buffer, stamp.offset());
      file.sync();
      acks.acknowledged(stamp);
    }
  }

  private static void requireElsewhere(Path directory, Path log) throws RefusedException {
    StorageProbe probe = StorageProbe.ofThisMachine();
    String device = probe.probe(directory).mount().device();
    if (device.equals(probe.probe(log).mount().device())) {
      throw new RefusedException(
          "the log must lie on another disk or host, or it is lost with the power as well: " + log);
    }
  }

  private static void syncDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Holds what is there against the log.
   *
   * @throws IOException if the log is none, or nothing was recorded in the directory
   */
  public static Outcome check(Path directory, Path log) throws IOException {
    List<String> lines = Files.readAllLines(log, StandardCharsets.US_ASCII);
    if (lines.isEmpty() || !lines.getFirst().startsWith(MAGIC + " ")) {
      throw new RefusedException(log + " is no log of --power-loss=record");
    }
    long id = Long.parseLong(lines.getFirst().substring(MAGIC.length() + 1));
    Map<Long, Long> acknowledged = new LinkedHashMap<>();
    long count = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(" ", -1);
      if (fields.length == 3 && fields[2].equals(".")) { // a torn line has no full stop
        acknowledged.put(Long.valueOf(fields[0]), Long.valueOf(fields[1]));
        count++;
      }
    }
    Path own = directory.resolve(DIRECTORY);
    List<BadBlock> bad = bad(own.resolve(FILE), id, acknowledged, count);
    if (bad.isEmpty()) {
      TrialFiles.remove(own);
    }
    return new Outcome(count, acknowledged.size(), bad);
  }

  private static List<BadBlock> bad(Path path, long id, Map<Long, Long> acknowledged, long last)
      throws IOException {
    List<BadBlock> bad = new ArrayList<>();
    if (Files.notExists(path)) {
      if (last > 0) {
        bad.add(
            new BadBlock(path.toString(), 0, last, BadBlock.Kind.LOST, "there is no such file"));
      }
      return bad;
    }
    byte[] block = new byte[BLOCK_BYTES];
    try (DeviceFile file = DeviceFile.open(path);
        Arena arena = Arena.ofConfined()) {
      file.dropCache();
      MemorySegment buffer = arena.allocate(BLOCK_BYTES, DeviceFile.UNIT_BYTES);
      for (Map.Entry<Long, Long> one : acknowledged.entrySet()) {
        file.read(buffer, one.getKey());
        MemorySegment.copy(buffer, 0, MemorySegment.ofArray(block), 0, BLOCK_BYTES);
        Stamp stamp = new Stamp(id, one.getKey(), one.getValue());
        // one more write may have been under way, and that may be torn: it was never acknowledged
        BadBlock fault = stamp.fault(block, 0, last + 1, path.toString());
        if (fault != null && !stamp.isMixedWith(block, last + 1)) {
          bad.add(fault);
        }
      }
    }
    return bad;
  }

  /** Lines of offset and write, each on its device before the next block is written. */
  private static final class AckLog implements AutoCloseable {
    private final PrintStream out;
    private final @Nullable FileChannel channel;

    private AckLog(PrintStream out, @Nullable FileChannel channel) {
      this.out = out;
      this.channel = channel;
    }

    static AckLog open(String log, PrintStream out, long id) throws IOException {
      AckLog opened =
          log.equals("-")
              ? new AckLog(out, null)
              : new AckLog(
                  out,
                  FileChannel.open(
                      Path.of(log), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
      opened.line(MAGIC + " " + id);
      return opened;
    }

    void acknowledged(Stamp stamp) throws IOException {
      line(stamp.offset() + " " + stamp.generation() + " .");
    }

    private void line(String text) throws IOException {
      if (channel == null) {
        out.print(text + "\n");
        out.flush();
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
  }
}

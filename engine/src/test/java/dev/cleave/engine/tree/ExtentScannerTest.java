package dev.cleave.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteRange;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.DataMap;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.options.SparseMode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtentScannerTest {
  private static final long STEP = 256 * ByteSize.KIB;

  @TempDir Path directory;

  @Test
  void walksWhatWasTooMuchToKeep() throws IOException {
    ByteRange all = new ByteRange(0, 20 * STEP);
    try (Fd fd = open(fileWithBlocksAtEverySecondStep())) {
      ExtentScanner scanner = new ExtentScanner(fd);
      DataMap exact = scanner.map(all, 100);
      DataMap bounded = scanner.map(all, 3);
      assertThat(exact.within(all)).hasSize(10);
      assertThat(bounded.within(all)).hasSize(4);
      assertThat(bounded.hasHoles(all.length())).isTrue();
      assertThat(walked(bounded, scanner, all)).isEqualTo(walked(exact, scanner, all));
      ByteRange part = new ByteRange(9 * STEP + 1, 8 * STEP);
      assertThat(walked(bounded, scanner, part)).isEqualTo(walked(exact, scanner, part));
    }
  }

  @Test
  void looksForNoHolesWhereNoneAreWanted() throws IOException {
    try (Fd fd = open(fileWithBlocksAtEverySecondStep())) {
      DataMap map = new ExtentScanner(fd).map(fd.status(), SparseMode.NEVER);
      assertThat(map.hasHoles(20 * STEP)).isFalse();
      assertThat(map.bytes()).isEqualTo(20 * STEP);
    }
  }

  private Path fileWithBlocksAtEverySecondStep() throws IOException {
    Path path = directory.resolve("file");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(20 * STEP);
      for (long offset = STEP; offset < 20 * STEP; offset += 2 * STEP) {
        file.seek(offset);
        file.write(new byte[4096]);
      }
    }
    return path;
  }

  private static Fd open(Path file) throws IOException {
    return Fd.open(Libc.INSTANCE, Open.AT_CWD, BytePath.of(file), Open.READ_ONLY, 0);
  }

  /** Data as positive, holes as negative lengths; neighbours of one kind are one. */
  private static List<Long> walked(DataMap data, ExtentScanner scanner, ByteRange leaf)
      throws IOException {
    List<Long> lengths = new ArrayList<>();
    new LeafExtents(data, scanner)
        .walk(
            leaf,
            new LeafExtents.Visitor() {
              @Override
              public void data(ByteRange extent) {
                add(lengths, extent.length());
              }

              @Override
              public void hole(ByteRange hole) {
                add(lengths, -hole.length());
              }
            });
    return lengths;
  }

  private static void add(List<Long> lengths, long length) {
    if (!lengths.isEmpty() && lengths.getLast() > 0 == length > 0) {
      lengths.set(lengths.size() - 1, lengths.getLast() + length);
    } else {
      lengths.add(length);
    }
  }
}

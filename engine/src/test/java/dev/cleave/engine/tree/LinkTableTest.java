package dev.cleave.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTableTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(longs = {0, 3000, ByteSize.MIB})
  void knowsWhatAMapKnows(long heapLimitBytes) throws IOException {
    long seed = System.nanoTime();
    System.out.println("LinkTableTest.knowsWhatAMapKnows: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    Map<FileId, LinkTable.Known> model = new HashMap<>();
    try (LinkTable table = new LinkTable(directory, heapLimitBytes)) {
      for (int step = 0; step < 20_000; step++) {
        FileId source = new FileId(random.nextInt(2), random.nextInt(step < 10_000 ? 2000 : 50));
        changeBoth(table, model, source, random);
        assertThat(table.find(source)).isEqualTo(model.get(source));
        assertThat(table.count()).isEqualTo(model.size());
        assertThat(table.heapBytes()).isLessThanOrEqualTo(heapLimitBytes);
      }
      for (Map.Entry<FileId, LinkTable.Known> known : model.entrySet()) {
        assertThat(table.find(known.getKey())).isEqualTo(known.getValue());
      }
    }
  }

  private static void changeBoth(
      LinkTable table, Map<FileId, LinkTable.Known> model, FileId source, SplittableRandom random)
      throws IOException {
    LinkTable.Known known = model.get(source);
    if (known == null) {
      LinkTable.Known added = new LinkTable.Known(1, random.nextInt(9) == 0 ? null : copy(random));
      table.put(source, added);
      model.put(source, added);
    } else if (random.nextBoolean()) {
      table.remove(source);
      model.remove(source);
    } else {
      table.meetAgain(source);
      model.put(source, new LinkTable.Known(known.met() + 1, known.first()));
    }
  }

  private static FirstCopy copy(SplittableRandom random) {
    byte[] path = new byte[1 + random.nextInt(300)];
    for (int i = 0; i < path.length; i++) {
      path[i] = (byte) (1 + random.nextInt(255));
    }
    return new FirstCopy(BytePath.of(path), new FileId(random.nextLong(), random.nextLong()));
  }

  @Test
  void keepsNoPathsOfSourcesThatLeft() throws IOException {
    FirstCopy copy = new FirstCopy(BytePath.of("p".repeat(1000)), new FileId(1, 2));
    try (LinkTable table = new LinkTable(directory, ByteSize.MIB)) {
      for (long inode = 0; inode < 10_000; inode++) {
        table.put(new FileId(0, inode), new LinkTable.Known(1, copy));
        table.remove(new FileId(0, inode - 20));
      }
      assertThat(table.count()).isEqualTo(20);
      assertThat(table.pathBytes()).isLessThan(100 * ByteSize.KIB);
    }
  }

  @Test
  void keepsAMillionSourcesInLittleMemory() throws IOException {
    int sources = 1_000_000;
    long most = 0;
    try (LinkTable table = new LinkTable(directory, HardLinks.HEAP_LIMIT_BYTES)) {
      for (long inode = 0; inode < sources; inode++) {
        table.put(new FileId(7, inode), new LinkTable.Known(1, numbered(inode)));
        most = Math.max(most, table.heapBytes());
      }
      assertThat(most).isLessThanOrEqualTo(HardLinks.HEAP_LIMIT_BYTES);
      assertThat(table.count()).isEqualTo(sources);
      for (long inode = 0; inode < sources; inode += 997) {
        assertThat(table.find(new FileId(7, inode)))
            .isEqualTo(new LinkTable.Known(1, numbered(inode)));
      }
    }
    assertThat(directory).isEmptyDirectory();
  }

  private static FirstCopy numbered(long inode) {
    BytePath path = BytePath.of("some/directories/" + inode / 1000 + "/and a name " + inode);
    return new FirstCopy(path, new FileId(8, -inode));
  }

  @Test
  void hasATemporaryFileWithoutAName() throws IOException {
    try (LinkTable table = new LinkTable(directory, 0)) {
      table.put(new FileId(0, 1), new LinkTable.Known(1, numbered(1)));
      assertThat(directory).isEmptyDirectory();
    }
  }

  @Test
  void knowsTheOthersIfThereIsNoRoomForOneMore() throws IOException {
    Path nowhere = directory.resolve("nowhere");
    try (LinkTable table = new LinkTable(nowhere, 2 * 32 * LinkSlots.Slot.BYTES)) {
      for (long inode = 0; inode < 8; inode++) {
        table.put(new FileId(0, inode), new LinkTable.Known(1, numbered(inode)));
      }
      FileId oneMore = new FileId(0, 9);
      LinkTable.Known known = new LinkTable.Known(1, numbered(9));
      assertThatThrownBy(() -> table.put(oneMore, known)).isInstanceOf(NoSuchFileException.class);
      assertThat(table.find(oneMore)).isNull();
      for (long inode = 0; inode < 8; inode++) {
        assertThat(table.find(new FileId(0, inode)))
            .isEqualTo(new LinkTable.Known(1, numbered(inode)));
      }
    }
  }
}

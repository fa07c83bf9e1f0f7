package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.CopyOptionsBuilder;
import dev.cleave.engine.options.Dereference;
import dev.cleave.engine.options.FileContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceScanTest {
  @TempDir Path directory;
  private final SourceTotals totals = new SourceTotals();

  /** Two directories, three files of 10, 20 and 40 bytes, and a link to the first. */
  @BeforeEach
  void makeTree() throws IOException {
    Path below = Files.createDirectories(directory.resolve("tree/below"));
    TestFiles.write(directory.resolve("tree/ten"), 10);
    TestFiles.write(below.resolve("twenty"), 20);
    TestFiles.write(below.resolve("forty.o"), 40);
    Files.createSymbolicLink(below.resolve("link"), directory.resolve("tree/ten"));
  }

  private static CopyOptionsBuilder recursive() {
    return CopyOptions.builder().recursive(true);
  }

  private void scan(CopyOptionsBuilder options, Cancellation stop, String... names) {
    List<CopyItem> items =
        List.of(names).stream()
            .map(name -> new CopyItem(TestFiles.path(directory.resolve(name)), BytePath.of("no")))
            .toList();
    CopyEngine.count(items, options.build(), totals, stop);
  }

  private void assertFound(int entries, int bytes, boolean complete) {
    assertThat(totals.entries()).isEqualTo(entries);
    assertThat(totals.bytes()).isEqualTo(bytes);
    assertThat(totals.isComplete()).isEqualTo(complete);
  }

  @Test
  void countsEverythingBelow() {
    scan(recursive(), new Cancellation(), "tree");
    assertFound(6, 70, true);
  }

  @Test
  void countsTheHolesOfAFile() throws IOException {
    SparseFile.allHole(directory.resolve("sparse"), ByteSize.MIB);
    scan(CopyOptions.builder(), new Cancellation(), "sparse", "tree/ten");
    assertFound(2, (int) ByteSize.MIB + 10, true);
  }

  @Test
  void followsLinksAsTheCopyDoes() {
    scan(recursive().dereference(Dereference.ALWAYS), new Cancellation(), "tree");
    assertFound(6, 80, true);
  }

  @Test
  void leavesOutWhatIsExcluded() {
    scan(recursive().exclude(BytePath.of("*.o")), new Cancellation(), "tree");
    assertFound(5, 30, true);
    scan(recursive().exclude(BytePath.of("/below")), new Cancellation(), "tree");
    assertFound(7, 40, true);
  }

  @Test
  void linksHaveNoBytes() {
    scan(recursive().content(FileContent.HARD_LINK), new Cancellation(), "tree");
    assertThat(totals.bytes()).isZero();
  }

  @Test
  void saysThatItLacksWhatCanNotBeLookedAt() {
    scan(recursive(), new Cancellation(), "missing", "tree/ten");
    assertFound(1, 10, false);
  }

  @Test
  void saysThatItLacksWhatIsTooDeep() throws IOException {
    Path at = directory.resolve("tree");
    for (int level = 0; level < 12; level++) {
      at = Files.createDirectory(at.resolve("d"));
    }
    TestFiles.write(at.resolve("file"), 5);
    scan(recursive(), new Cancellation(), "tree");
    assertFound(18, 70, false);
  }

  @Test
  void stopsWhenItIsTold() {
    Cancellation stop = new Cancellation();
    stop.cancel(new CancellationException("enough"));
    scan(recursive(), stop, "tree");
    assertFound(1, 0, false);
  }
}

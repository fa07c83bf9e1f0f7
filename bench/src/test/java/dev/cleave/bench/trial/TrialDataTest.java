package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.DataShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrialDataTest {
  private static final long BYTES = 3 * ByteSize.MIB + 5;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void isWhatItsShapeSays(SizeClass sizeClass) throws IOException {
    AtomicLong progress = new AtomicLong();
    Path root = directory.resolve("data");
    TrialData data =
        TrialData.generate(root, new TrialShape(sizeClass, BYTES), 7, progress::addAndGet);
    List<Long> sizes = sizes(root);
    assertThat(sizes.stream().mapToLong(Long::longValue).sum()).isEqualTo(BYTES);
    assertThat(data).extracting(TrialData::bytes).isEqualTo(BYTES);
    assertThat(progress).hasValue(BYTES);
    assertThat(data.counts()).isEqualTo(new DataShape(sizes.size(), BYTES));
    assertThat(data.isCopiedTo(root)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameForTheSameSeedOnly(SizeClass sizeClass) throws IOException {
    TrialShape shape = new TrialShape(sizeClass, BYTES);
    TrialData data = TrialData.generate(directory.resolve("1"), shape, 7, count -> {});
    TrialData again = TrialData.generate(directory.resolve("2"), shape, 7, count -> {});
    TrialData other = TrialData.generate(directory.resolve("3"), shape, 8, count -> {});
    assertThat(data.isCopiedTo(again.root())).isTrue();
    assertThat(data.isCopiedTo(other.root())).isFalse();
  }

  @Test
  void smallFilesHaveAMedianOfFourKibibytes() throws IOException {
    Path root = directory.resolve("data");
    TrialData.generate(root, new TrialShape(SizeClass.SMALL, 8 * ByteSize.MIB), 7, count -> {});
    List<Long> sizes = sizes(root).stream().sorted().toList();
    assertThat(sizes).allMatch(size -> SizeClass.of(size) == SizeClass.SMALL);
    assertThat(sizes.get(sizes.size() / 2)).isBetween(3_000L, 5_500L);
    assertThat(sizes.getLast()).isGreaterThan(64 * ByteSize.KIB);
    assertThat(root.resolve("directory-000003")).isNotEmptyDirectory();
  }

  @Test
  void mediumFilesAreAFew() throws IOException {
    TrialShape shape = new TrialShape(SizeClass.MEDIUM, 34 * ByteSize.MIB);
    TrialData data = TrialData.generate(directory.resolve("data"), shape, 7, count -> {});
    assertThat(sizes(data.root())).containsExactly(16 * ByteSize.MIB, 16 * ByteSize.MIB);
    assertThat(data.bytes()).isEqualTo(32 * ByteSize.MIB);
  }

  @Test
  void isIncompressible() throws IOException {
    Path root = directory.resolve("data");
    TrialData.generate(root, new TrialShape(SizeClass.LARGE, BYTES), 7, count -> {});
    Deflater deflater = new Deflater();
    deflater.setInput(Files.readAllBytes(root));
    deflater.finish();
    assertThat(deflater.deflate(new byte[(int) BYTES + 65536])).isGreaterThan((int) BYTES - 1024);
    deflater.end();
  }

  @Test
  void noticesEveryDifferenceOfACopy() throws IOException {
    TrialShape shape = new TrialShape(SizeClass.SMALL, ByteSize.MIB);
    TrialData data = TrialData.generate(directory.resolve("data"), shape, 7, count -> {});
    Path copy = TrialData.generate(directory.resolve("copy"), shape, 7, count -> {}).root();
    Path file = copy.resolve("directory-000000/file-000003");
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    Files.write(file, content);
    assertThat(data.isCopiedTo(copy)).isFalse();
    content[content.length / 2] ^= 1;
    Files.write(file, content);
    assertThat(data.isCopiedTo(copy)).isTrue();
    Files.move(file, file.resolveSibling("renamed"));
    assertThat(data.isCopiedTo(copy)).isFalse();
    Files.delete(file.resolveSibling("renamed"));
    assertThat(data.isCopiedTo(copy)).isFalse();
    Files.write(file, content);
    Files.createFile(copy.resolve("one-more"));
    assertThat(data.isCopiedTo(copy)).isFalse();
    assertThat(data.isCopiedTo(directory.resolve("nothing"))).isFalse();
  }

  private static List<Long> sizes(Path root) throws IOException {
    List<Long> sizes = new ArrayList<>();
    TrialFiles.visit(root, file -> sizes.add(Files.size(file)));
    return sizes;
  }
}

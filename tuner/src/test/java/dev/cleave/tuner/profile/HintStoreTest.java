package dev.cleave.tuner.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HintStoreTest {
  private static final CopyPlan PLAN =
      CopyPlan.SEQUENTIAL.withSplitDepth(2).withChunkBytes(4 * ByteSize.MIB);

  @TempDir private Path home;
  private Path directory;
  private HintStore store;

  @BeforeEach
  void open() {
    directory = home.resolve("profiles");
    store = new HintStore(directory);
  }

  @Test
  void findsWhatWasKeptForThePairAndClockAlone() throws IOException {
    PlanHint hint = hint("ext4@a\tb", PLAN);
    store.keep(hint);
    assertThat(store.find("ext4@a\tb", "xfs@c", Clock.COMMAND)).isEqualTo(hint);
    assertThat(store.find("ext4@a\tb", "xfs@c", Clock.DURABLE)).isNull();
    assertThat(store.find("xfs@c", "ext4@a\tb", Clock.COMMAND)).isNull();
  }

  @Test
  void aLaterHintTakesThePlaceOfAnEarlierOne() throws IOException {
    store.keep(hint("a", PLAN));
    store.keep(hint("b", PLAN));
    PlanHint later = hint("a", PLAN.withSplitDepth(1));
    store.keep(later);
    assertThat(store.all()).containsExactly(later, hint("b", PLAN));
  }

  @Test
  void isNoProfile() throws IOException {
    store.keep(hint("a", PLAN));
    assertThat(new ProfileStore(directory).list().profiles()).isEmpty();
    assertThat(new ProfileStore(directory).list().warnings()).isEmpty();
    ProfileIndex index = ProfileIndex.read(directory, StoreOrigin.USER);
    assertThat(index.plans()).isEmpty();
    assertThat(index.warnings()).isEmpty();
  }

  @Test
  void skipsLinesThatAreNoHints() throws IOException {
    store.keep(hint("a", PLAN));
    Path file = directory.resolve(HintStore.FILE_NAME);
    String text = Files.readString(file);
    String line = hint("b", PLAN).toLine();
    Files.writeString(
        file,
        text
            + line.replace("\t2\t", "\t60\t") // split depth
            + "\n"
            + line.replace("4194304", "1099511627776") // chunk
            + "\nnonsense\n");
    assertThat(store.all()).containsExactly(hint("a", PLAN));
  }

  @Test
  void readsNothingThatOthersMayWrite() throws IOException {
    store.keep(hint("a", PLAN));
    Files.setPosixFilePermissions(
        directory.resolve(HintStore.FILE_NAME), PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(store.all()).isEmpty();
  }

  @Test
  void isEmptyWithoutAFileAndWithAnothersHeader() throws IOException {
    assertThat(store.all()).isEmpty();
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(HintStore.FILE_NAME), "# cleave.hints/9\n");
    assertThat(store.all()).isEmpty();
  }

  @Test
  void refusesAPlanThatTakesTooMuchMemory() {
    CopyPlan large = PLAN.withSplitDepth(6).withChunkBytes(ByteSize.GIB);
    assertThatThrownBy(() -> hint("a", large)).hasMessageContaining("too much memory");
  }

  private static PlanHint hint(String source, CopyPlan plan) {
    return new PlanHint(source, "xfs@c", Clock.COMMAND, plan, 1.5, 1_764_000_000L);
  }
}

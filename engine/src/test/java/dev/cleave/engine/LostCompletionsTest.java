package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.names;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.ScriptedRing.Fate;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.tree.TreeCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ring of {@code uring} with a kernel that answers late, wrongly, or not at all. */
class LostCompletionsTest {
  private static final int CHUNK_BYTES = 16 << 10;
  private static final long BYTES = 5 * CHUNK_BYTES + 777;

  /** Reads and writes of the copy. */
  private static final int MOVES = 12;

  @TempDir Path directory;
  private Path source = Path.of("");

  @BeforeEach
  void writeSource() throws IOException {
    source = TestFiles.write(directory.resolve("source"), BYTES);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void takesCompletionsInAnyOrder(boolean isBackwards) throws IOException {
    ScriptedRing ring = new ScriptedRing(List.of(), List.of(), isBackwards);
    assertThat(copiesExactly(ring).why()).isEmpty();
    assertThat(ring.secondsWaited()).isZero();
  }

  @Test
  void goesOnAfterShortCounts() throws IOException {
    List<Fate> fates = Collections.nCopies(30, Fate.SHORT);
    assertThat(copiesExactly(new ScriptedRing(fates, List.of(), true)).why()).isEmpty();
  }

  @Test
  void makesInterruptedAndRefusedCallsAgain() throws IOException {
    List<Errno> errors = List.of(Errno.EINTR, Errno.EAGAIN, Errno.EBUSY, Errno.EINTR, Errno.EBUSY);
    assertThat(copiesExactly(new ScriptedRing(List.of(), errors, false)).why()).isEmpty();
  }

  @Test
  void startsAWorkerForARequestThatHasNone() throws IOException {
    for (int move = 0; move < MOVES; move++) {
      ScriptedRing ring = ring(move, Fate.WITHOUT_WORKER);
      assertThat(copiesExactly(ring).why()).as("read or write %d", move).isEmpty();
      assertThat(ring.secondsWaited()).isEqualTo(1);
    }
  }

  @Test
  void goesOnByCallsAfterARequestThatHadToBeAskedBack() throws IOException {
    for (int move = 0; move < MOVES; move++) {
      PlanUse use = copiesExactly(ring(move, Fate.STUCK));
      assertThat(use.used().backend()).as("read or write %d", move).isEqualTo(BackendKind.NIO);
      assertThat(use.why()).contains("ECANCELED at offset ").endsWith("went on by nio");
    }
  }

  @Test
  void waitsForWhatIsAtWorkAsLongAsItTakes() throws IOException {
    ScriptedRing ring = ring(3, Fate.SLOW);
    assertThat(copiesExactly(ring).why()).isEmpty();
    assertThat(ring.secondsWaited()).isGreaterThan(400);
  }

  @Test
  void namesTheFileWhenARequestGotLost() throws IOException {
    for (int move = 0; move < MOVES; move++) {
      CopyOutcome outcome = copy(ring(move, Fate.LOST), new Cancellation(), new CopyListener() {});
      assertThat(outcome.errors().getFirst().message())
          .as("read or write %d", move)
          .matches("error (reading|writing) '" + directory + "/(source|target)': Timer expired");
      assertThat(names(directory)).containsExactly("source");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STUCK", "LOST", "SLOW"})
  void endsACancelledCopyWhateverItsRequestsDo(Fate fate) throws IOException {
    Cancellation cancellation = new Cancellation();
    ScriptedRing ring = ring(3, fate);
    CopyListener cancelling =
        new CopyListener() {
          @Override
          public void advanced(ByteRange region, long bytes) {
            cancellation.cancel(new CancellationException("enough"));
          }
        };
    assertThatThrownBy(() -> copy(ring, cancellation, cancelling))
        .isInstanceOf(CancellationException.class);
    assertThat(ring.secondsWaited()).isLessThanOrEqualTo(10);
    assertThat(names(directory)).containsExactly("source");
  }

  private static ScriptedRing ring(int move, Fate fate) {
    List<Fate> fates = new ArrayList<>(Collections.nCopies(move, Fate.DONE));
    fates.add(fate);
    return new ScriptedRing(fates, List.of(), false);
  }

  private PlanUse copiesExactly(ScriptedRing ring) throws IOException {
    CopyOutcome outcome = copy(ring, new Cancellation(), new CopyListener() {});
    assertThat(outcome.errors()).isEmpty();
    assertThat(Files.mismatch(source, directory.resolve("target"))).isEqualTo(-1);
    Files.delete(directory.resolve("target"));
    return outcome.plans().getFirst();
  }

  private CopyOutcome copy(ScriptedRing ring, Cancellation cancellation, CopyListener listener)
      throws IOException {
    CopyPlan plan =
        CopyPlan.SEQUENTIAL
            .withBackend(BackendKind.URING)
            .withChunkBytes(CHUNK_BYTES)
            .withQueueDepth(3);
    CopyRequest request =
        CopyRequest.of(path(source), path(directory.resolve("target")), plan)
            .withListener(listener)
            .withCancellation(cancellation);
    return TreeCopy.copy(request, ring.syscalls());
  }
}

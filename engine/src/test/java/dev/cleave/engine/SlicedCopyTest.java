package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.CopyOptionsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlicedCopyTest {
  private static final long SEED = 20261128;
  private static final long SIZE = 50 * ByteSize.MIB + 777;

  @TempDir(factory = MemoryDirectory.class)
  Path directory;

  private Path source;
  private Path target;

  @BeforeEach
  void write() throws IOException {
    source = TestFiles.write(directory.resolve("source"), SIZE);
    target = directory.resolve("target");
  }

  /** Slices of any size by any plan, drawn; remembers what it was told. */
  private static class DrawnSlices implements SlicePlanner, SlicePlanner.Slices {
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Long> left = new ArrayList<>();
    private final List<Long> moved = new ArrayList<>();
    private final List<CopyPlan> ran = new ArrayList<>();
    private UnaryOperator<CopyPlan> fitting = UnaryOperator.identity();
    private boolean closed;

    @Override
    public int mostTasks() {
      return 8;
    }

    @Override
    public Slices slices(CopyPlan start, long dataBytes, UnaryOperator<CopyPlan> there) {
      fitting = there;
      return this;
    }

    @Override
    public Slice next(long dataBytesLeft) {
      left.add(dataBytesLeft);
      BackendKind[] backends = BackendKind.values();
      CopyPlan plan =
          CopyPlan.SEQUENTIAL
              .withBackend(backends[random.nextInt(backends.length)])
              .withSplitDepth(random.nextInt(4))
              .withChunkBytes((64 * ByteSize.KIB) << random.nextInt(8));
      return new Slice(fitting.apply(plan), random.nextLong(1, 12 * ByteSize.MIB));
    }

    @Override
    public void copied(Slice slice, long bytesMoved, long nanos, CopyPlan plan) {
      assertThat(nanos).isPositive();
      moved.add(bytesMoved);
      ran.add(plan);
    }

    @Override
    public void close() {
      closed = true;
    }

    long movedBytes() {
      return moved.stream().mapToLong(it -> it).sum();
    }
  }

  @Test
  void movesEachByteOnceByThePlansThatAreChosen() throws IOException {
    long descriptors = TestFiles.openDescriptors();
    DrawnSlices slices = new DrawnSlices();

    CopyOutcome outcome = copy(slices, CopyOptions.builder());

    assertThat(outcome.errors()).isEmpty();
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    assertThat(outcome.bytes()).isEqualTo(SIZE).isEqualTo(slices.movedBytes());
    assertThat(slices.moved).hasSizeGreaterThan(3);
    for (int i = 0; i < slices.moved.size(); i++) {
      long rest = slices.left.get(i) - slices.moved.get(i);
      assertThat((SIZE - rest) % Split.ALIGNMENT_BYTES == 0 || rest == 0).isTrue();
      assertThat(rest).isEqualTo(i + 1 < slices.left.size() ? slices.left.get(i + 1) : 0);
    }
    assertThat(outcome.plans())
        .extracting(PlanUse::used)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(slices.ran.stream().distinct().toList());
    assertThat(outcome.plans().getLast().used()).isEqualTo(slices.ran.getLast());
    assertThat(slices.closed).isTrue();
    assertThat(TestFiles.openDescriptors()).isEqualTo(descriptors);
  }

  @Test
  void keepsHolesAndSlicesTheDataAlone() throws IOException {
    List<Long> islands = new ArrayList<>();
    for (long offset = 0; offset < 96 * ByteSize.MIB; offset += 256 * ByteSize.KIB) {
      islands.add(offset);
    }
    source = SparseFile.withIslands(directory.resolve("sparse"), 128 * ByteSize.MIB, islands);
    DrawnSlices slices = new DrawnSlices();

    CopyOutcome outcome = copy(slices, CopyOptions.builder());

    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    assertThat(outcome.bytes()).isEqualTo(slices.movedBytes()).isLessThan(32 * ByteSize.MIB);
    assertThat(slices.moved).hasSizeGreaterThan(1);
  }

  @Test
  void tellsTheProgressOfTheWholeFile() throws IOException {
    AtomicLong done = new AtomicLong();
    List<ByteRange> regions = new ArrayList<>();
    CopyListener listener =
        new CopyListener() {
          @Override
          public void fileStarted(CopyItem file, long bytes, List<ByteRange> begun) {
            regions.addAll(begun);
          }

          @Override
          public void advanced(ByteRange region, long bytes) {
            assertThat(region).isEqualTo(new ByteRange(0, SIZE));
            done.addAndGet(bytes);
          }
        };

    CopyEngine.copy(request(new DrawnSlices(), CopyOptions.builder()).withListener(listener));

    assertThat(regions).containsExactly(new ByteRange(0, SIZE));
    assertThat(done).hasValue(SIZE);
  }

  @Test
  void verifiesAndReplacesAsAnyCopy() throws IOException {
    Files.writeString(target, "old");
    CopyOutcome outcome = copy(new DrawnSlices(), CopyOptions.builder().verify(true));
    assertThat(outcome.errors()).isEmpty();
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
  }

  @Test
  void keepsToTheMemoryLimit() throws IOException {
    DrawnSlices slices = new DrawnSlices();
    long limit = 512 * ByteSize.KIB;

    copy(slices, CopyOptions.builder().memoryLimitBytes(limit));

    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    assertThat(slices.ran).allMatch(plan -> MemoryBudget.bytes(plan) <= limit);
  }

  @Test
  void aStoppedCopyIsGoneOnWithWhereItsLastSliceEnded() throws IOException {
    Cancellation stop = new Cancellation();
    DrawnSlices stopped =
        new DrawnSlices() {
          @Override
          public void copied(Slice slice, long bytesMoved, long nanos, CopyPlan plan) {
            super.copied(slice, bytesMoved, nanos, plan);
            if (movedBytes() > SIZE / 2) {
              stop.cancel(new CancellationException("enough"));
            }
          }
        };
    CopyOptionsBuilder resuming = CopyOptions.builder().resume(true);
    assertThatThrownBy(() -> CopyEngine.copy(request(stopped, resuming).withCancellation(stop)))
        .isInstanceOf(CancellationException.class);
    assertThat(target).doesNotExist();
    assertThat(stopped.closed).isTrue();

    CopyOutcome outcome = copy(new DrawnSlices(), CopyOptions.builder().resume(true));

    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    assertThat(outcome.resumedBytes()).isEqualTo(stopped.movedBytes());
    assertThat(outcome.bytes()).isEqualTo(SIZE - stopped.movedBytes());
  }

  private CopyOutcome copy(SlicePlanner planner, CopyOptionsBuilder options) throws IOException {
    return CopyEngine.copy(request(planner, options));
  }

  private CopyRequest request(SlicePlanner planner, CopyOptionsBuilder options) {
    return CopyRequest.of(path(source), path(target), CopyPlan.SEQUENTIAL)
        .withSlicePlanner(planner)
        .withOptions(options.splitThresholdBytes(0).build());
  }
}

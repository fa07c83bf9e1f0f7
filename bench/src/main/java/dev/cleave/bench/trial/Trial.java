package dev.cleave.bench.trial;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.FileSystemSync;
import dev.cleave.engine.SharedExtents;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Evidence;
import dev.cleave.tuner.measure.TargetState;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes around the copy of one sample, off the clock: {@link #prepare}, then somebody copies
 * {@link #source} to {@link #target}, then {@link #finish}. Used by one thread.
 */
public final class Trial {
  private static final double NANOS = 1e9;

  private final TrialSettings settings;
  private final Candidate candidate;
  private final KernelFiles kernel;
  private final Path target;
  private @Nullable EvidenceTaker evidence;

  /**
   * @param number of the sample, which its target is named after
   */
  public Trial(TrialSettings settings, Candidate candidate, int number, KernelFiles kernel) {
    this.settings = settings;
    this.candidate = candidate;
    this.kernel = kernel;
    this.target = settings.targetDirectory().resolve("copy-" + number);
  }

  public Candidate candidate() {
    return candidate;
  }

  public Path source() {
    return settings.data().root();
  }

  public Path target() {
    return target;
  }

  public boolean isTree() {
    return settings.data().isTree();
  }

  /**
   * Makes the device clean, so that no sample pays for one before it: the last target is gone, what
   * is to be replaced is there, all is synced. Then brings the source into its cache state, and
   * looks at the counters.
   */
  public void prepare() throws IOException {
    TrialFiles.remove(target);
    if (settings.targetState() == TargetState.REPLACED) {
      ReplacedTarget.lay(source(), target);
    }
    FileSystemSync.of(BytePath.of(settings.targetDirectory()));
    SourceCache.bring(settings.data(), settings.cacheState());
    evidence = new EvidenceTaker(settings, kernel);
  }

  /**
   * Before a copy that only warms its worker up: nothing is evicted, so that on a slow device it
   * costs little beside the samples.
   */
  public void prepareWarmUp() throws IOException {
    TrialFiles.remove(target);
  }

  /** Behind it. What isn't on the device yet need not go there: the next sample begins clean. */
  public void finishWarmUp() throws IOException {
    TrialFiles.remove(target);
  }

  /** Right after the copy: waits for durability, then checks the copy, judges, and removes it. */
  public TrialReport finish(CopyResult copy) throws IOException {
    EvidenceTaker taker = evidence;
    if (taker == null) {
      throw new IllegalStateException("not prepared");
    }
    long end = System.nanoTime();
    makeDurable();
    double syncSeconds = (System.nanoTime() - end) / NANOS;
    taker.durable();
    boolean verified = settings.data().isCopiedTo(target);
    Evidence taken = taker.evidence(copy.resources(), verified);
    SampleFacts facts = facts(copy, syncSeconds, taken, taker);
    TrialFiles.remove(target);
    List<String> warnings = new ArrayList<>(copy.warnings());
    warnings.addAll(DoubtfulSample.reasons(facts));
    return new TrialReport(
        facts.used(), copy.bytes(), syncSeconds, taken, warnings, ImpossibleSample.reasons(facts));
  }

  /** A file and its name; of a tree the whole file system, which held nothing dirty before. */
  private void makeDurable() throws IOException {
    if (isTree()) {
      FileSystemSync.of(BytePath.of(target));
    } else {
      sync(target, StandardOpenOption.WRITE);
      sync(settings.targetDirectory(), StandardOpenOption.READ);
    }
  }

  private static void sync(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  private SampleFacts facts(
      CopyResult copy, double syncSeconds, Evidence taken, EvidenceTaker taker) throws IOException {
    CopyPlan asked = candidate.plan();
    return new SampleFacts(
        asked,
        copy.used(asked),
        settings.data().bytes(),
        copy.commandSeconds(),
        copy.commandSeconds() + syncSeconds,
        taken,
        sharedBytes(),
        taker.sourceTraffic(),
        taker.targetTraffic(),
        settings.memoryBytesPerSecond(),
        Runtime.getRuntime().availableProcessors());
  }

  private @Nullable Long sharedBytes() throws IOException {
    ByteTotal shared = new ByteTotal();
    TrialFiles.visit(target, file -> shared.add(SharedExtents.bytes(BytePath.of(file))));
    return shared.value();
  }
}

package dev.cleave.bench.trial;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyEngine;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.PageCache;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.ReflinkMode;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Evidence;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One sample: {@link #prepare}, then {@link #copy} on the clock, then {@link #finish}. The copy is
 * the very call that {@code cleave copy} makes. Used by one thread.
 */
public final class Trial {
  private static final double NANOS = 1e9;

  /** Of a cold source this share may be resident before the sample is doubted. */
  private static final double COLD_RESIDENT_SHARE = 0.01;

  /** Read-ahead and page-cache hits of metadata aside, a cold read moves all bytes. */
  private static final double COLD_READ_SHARE = 0.98;

  private final TrialSetup setup;
  private final Candidate candidate;
  private final Path target;
  private final BytePath source;
  private final DiskCounters counters;
  private OptionalLong resident = OptionalLong.empty();
  private OptionalLong readBefore = OptionalLong.empty();
  private long cpuBefore;
  private @Nullable CopyOutcome outcome;

  public Trial(TrialSetup setup, Candidate candidate, int number) {
    this.setup = setup;
    this.candidate = candidate;
    this.source = BytePath.of(setup.source().path());
    this.target = Path.of(setup.targetDirectory()).resolve("copy-" + number);
    this.counters = new DiskCounters(Path.of("/proc/diskstats"), setup.sourceDevices());
  }

  /** Off the clock: brings the source into the cache state and looks at the counters. */
  public void prepare() throws IOException {
    switch (setup.cacheState()) {
      case COLD -> PageCache.evict(source);
      case WARM -> setup.source().isCopiedTo(Path.of(setup.source().path()));
    }
    resident = PageCache.residentBytes(source);
    readBefore = counters.bytesRead();
    cpuBefore = cpuNanos();
  }

  /** On the clock. */
  public CopyOutcome copy() throws IOException {
    outcome =
        CopyEngine.copy(
            CopyRequest.of(source, BytePath.of(target), candidate.plan())
                .withOptions(CopyOptions.builder().reflink(ReflinkMode.NEVER).build()));
    return outcome;
  }

  /** Off the command clock: waits for durability, then checks the copy and removes it. */
  public TrialEvidence finish() throws IOException {
    long end = System.nanoTime();
    double cpuSeconds = (cpuNanos() - cpuBefore) / NANOS;
    OptionalLong readAfter = counters.bytesRead();
    CopyOutcome done = completed();
    sync(target, StandardOpenOption.WRITE);
    sync(Path.of(setup.targetDirectory()), StandardOpenOption.READ);
    double syncSeconds = (System.nanoTime() - end) / NANOS;
    boolean verified = setup.source().isCopiedTo(target);
    Files.delete(target);
    Evidence evidence =
        new Evidence(
            setup.cacheState(), boxed(resident), difference(readAfter), cpuSeconds, verified);
    return new TrialEvidence(
        candidate.name(),
        done.plans().getFirst().used(),
        done.bytes(),
        syncSeconds,
        evidence,
        done.warnings(),
        impossibilities(done, evidence));
  }

  private CopyOutcome completed() throws IOException {
    if (outcome == null || !outcome.isComplete()) {
      throw new IOException(
          outcome == null ? "no copy was made" : outcome.errors().getFirst().message());
    }
    return outcome;
  }

  private static void sync(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  /** Why this sample can't be true; empty if it can. */
  private List<String> impossibilities(CopyOutcome done, Evidence evidence) {
    List<String> reasons = new ArrayList<>();
    CopyPlan used = done.plans().getFirst().used();
    if (!used.equals(candidate.plan())) {
      reasons.add("ran " + used + " instead of " + candidate.plan());
    }
    if (!evidence.verified()) {
      reasons.add("the copy differs from its source");
    }
    if (setup.cacheState() == CacheState.COLD) {
      addWarmth(evidence, reasons);
    }
    return reasons;
  }

  /** Signs that the source was not read from the device, where there is one. */
  private void addWarmth(Evidence evidence, List<String> reasons) {
    if (setup.sourceDevices().isEmpty()) {
      return; // not applicable: no block device is read
    }
    long bytes = setup.source().bytes();
    Long residentBytes = evidence.residentBytes();
    if (residentBytes != null && residentBytes > COLD_RESIDENT_SHARE * bytes) {
      reasons.add(
          "not cold: " + ByteSize.format(residentBytes) + " of the source were in the page cache");
    }
    Long read = evidence.deviceBytesRead();
    if (read != null && read < COLD_READ_SHARE * bytes) {
      reasons.add("not cold: the device read only " + ByteSize.format(read));
    }
  }

  private @Nullable Long difference(OptionalLong readAfter) {
    return readBefore.isPresent() && readAfter.isPresent()
        ? Long.valueOf(readAfter.getAsLong() - readBefore.getAsLong())
        : null;
  }

  private static @Nullable Long boxed(OptionalLong value) {
    return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
  }

  /** CPU time of this process, all threads, user and system. */
  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}

package dev.cleave.reports;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.DeviceClass;
import dev.cleave.tuner.device.Fact;
import dev.cleave.tuner.device.Mount;
import dev.cleave.tuner.device.Origin;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.DataShape;
import dev.cleave.tuner.measure.Evidence;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.Environment;
import dev.cleave.tuner.run.Settings;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.KnobEffect;
import dev.cleave.tuner.search.RaceLook;
import dev.cleave.tuner.search.Recommendation;
import dev.cleave.tuner.search.Verdict;
import dev.cleave.tuner.stats.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Runs as a tune could have made them, the same ones for the same seed. */
public final class TuneRuns {
  static final long SEED = 20261122;
  private static final long FILE_BYTES = ByteSize.GIB;

  private TuneRuns() {}

  /** Split depths 0 to 3 by 1 to 8 MiB on something like an NVMe drive, six rounds. */
  public static TuneRun sixteenCandidates() {
    return tuned(grid(4, 4, ByteSize.MIB), 6, TuneRuns::nvme);
  }

  /** Split depths 0 to 4 by 64 KiB to 8 MiB. */
  public static TuneRun fortyCandidates() {
    return tuned(grid(5, 8, 64 * ByteSize.KIB), 8, TuneRuns::nvme);
  }

  /** The largest grid that charts must hold: split depths 0 to 6, eight chunks. */
  public static TuneRun fiftySixCandidates() {
    return tuned(grid(7, 8, 512 * ByteSize.KIB), 6, plan -> 3.4 * nvme(plan));
  }

  /** Four backends, split depths 0 to 6, seven or eight chunks, some with a queue depth. */
  public static TuneRun twoHundredCandidates() {
    List<CopyPlan> plans = new ArrayList<>();
    for (BackendKind backend :
        List.of(BackendKind.NIO, BackendKind.KERNEL, BackendKind.DIRECT, BackendKind.URING)) {
      for (CopyPlan plan : grid(7, 8, 512 * ByteSize.KIB)) {
        plans.add(plan.withBackend(backend));
      }
    }
    return tuned(plans.subList(0, 198), 20, TuneRuns::nvme);
  }

  /** As many samples as a report must hold: 17 candidates in 589 rounds. */
  public static TuneRun tenThousandSamples() {
    return tuned(grid(4, 4, ByteSize.MIB).subList(0, 15), 589, TuneRuns::nvme);
  }

  /** The default alone, with its twin. */
  public static TuneRun oneCandidate() {
    return kept(List.of(), 4, _ -> 500 * ByteSize.MIB);
  }

  /** Where no knob matters. */
  public static TuneRun allEqual() {
    return kept(grid(4, 4, ByteSize.MIB), 6, _ -> 180 * ByteSize.MIB);
  }

  /** A slow disk with a time budget so small that most of the grid has one or two samples. */
  public static TuneRun sparse() {
    List<CopyPlan> plans = new ArrayList<>(grid(4, 4, ByteSize.MIB));
    for (int index : new int[] {14, 11, 8, 5, 3}) {
      plans.remove(index);
    }
    TuneRun run = kept(plans, 2, plan -> 4.5 * ByteSize.MIB * (1 + 0.3 * plan.splitDepth()));
    return withVerdict(run, Verdict.INCONCLUSIVE, new Interval(1, 0, Double.POSITIVE_INFINITY));
  }

  /** Names of all kinds, as devices and directories may have. */
  public static TuneRun hostile() {
    String script = "<script>alert(1)</script>";
    StorageStack stack = stack("/tmp/\"quoted\" & 'single'\u0007", script);
    TuneRun run = sixteenCandidates();
    return new TuneRun(
        run.schema(),
        run.id(),
        run.started(),
        run.elapsedSeconds(),
        new Environment("cleave tune '" + script + "'", "0.1", script, script, script, 2, 1, "25"),
        run.settings(),
        stack,
        stack,
        List.of(changed(run, List.of(script), run.sweeps().getFirst().recommendations())),
        run.samples(),
        run.bytesWritten(),
        run.verdict(),
        List.of("a warning with " + script));
  }

  /** Small enough to be read as a golden file. */
  public static TuneRun golden() {
    return kept(grid(2, 1, 4 * ByteSize.MIB).subList(1, 2), 2, TuneRuns::nvme);
  }

  public static Stream<TuneRun> all() {
    return Stream.of(
        oneCandidate(),
        sixteenCandidates(),
        fortyCandidates(),
        fiftySixCandidates(),
        twoHundredCandidates(),
        allEqual(),
        sparse(),
        hostile());
  }

  private static double nvme(CopyPlan plan) {
    double splitGain = new double[] {1, 1.28, 1.41, 1.38, 1.3, 1.22, 1.1}[plan.splitDepth()];
    double log = Math.log(plan.chunkBytes() / (4.0 * ByteSize.MIB)) / Math.log(2);
    return 720 * ByteSize.MIB * splitGain * (1 - 0.015 * log * log);
  }

  private static List<CopyPlan> grid(int splitDepths, int chunks, long leastChunk) {
    List<CopyPlan> plans = new ArrayList<>();
    for (int splitDepth = 0; splitDepth < splitDepths; splitDepth++) {
      for (int chunk = 0; chunk < chunks; chunk++) {
        plans.add(
            CopyPlan.SEQUENTIAL
                .withSplitDepth(splitDepth)
                .withChunkBytes(leastChunk << chunk)
                .withPreallocate(splitDepth > 0));
      }
    }
    plans.remove(CopyPlan.SEQUENTIAL); // the baseline
    return plans;
  }

  private static TuneRun tuned(
      List<CopyPlan> plans, int rounds, ToDoubleFunction<CopyPlan> bytesPerSecond) {
    CopyPlan best = plans.getFirst();
    for (CopyPlan plan : plans) {
      best = bytesPerSecond.applyAsDouble(plan) > bytesPerSecond.applyAsDouble(best) ? plan : best;
    }
    Recommendation command =
        new Recommendation(
            Verdict.TUNED,
            best,
            new Interval(1.4123, 1.3581, 1.4687),
            rounds,
            "It is proven faster than the default, and no cheaper plan is within 3 % of it.");
    Recommendation durable =
        new Recommendation(
            Verdict.KEEP_DEFAULT,
            CopyPlan.SEQUENTIAL,
            new Interval(1, 1, 1),
            rounds,
            "No plan was proven better, or cheaper and not worse by more than 3 %.");
    return run(plans, rounds, bytesPerSecond, command, durable, Verdict.TUNED);
  }

  private static TuneRun kept(
      List<CopyPlan> plans, int rounds, ToDoubleFunction<CopyPlan> bytesPerSecond) {
    Recommendation kept =
        new Recommendation(
            Verdict.KEEP_DEFAULT,
            CopyPlan.SEQUENTIAL,
            new Interval(1, 1, 1),
            rounds,
            "No plan was proven better, or cheaper and not worse by more than 3 %.");
    return run(plans, rounds, bytesPerSecond, kept, kept, Verdict.KEEP_DEFAULT);
  }

  private static TuneRun withVerdict(TuneRun run, Verdict verdict, Interval gain) {
    Recommendation found =
        new Recommendation(
            verdict, CopyPlan.SEQUENTIAL, gain, 2, "Two rounds resolve no difference below 40 %.");
    return new TuneRun(
        run.schema(),
        run.id(),
        run.started(),
        run.elapsedSeconds(),
        run.environment(),
        run.settings(),
        run.source(),
        run.destination(),
        List.of(
            changed(
                run,
                List.of("nio-d4-c4MiB", "nio-d4-c8MiB"),
                Map.of(Clock.COMMAND, found, Clock.DURABLE, found))),
        run.samples(),
        run.bytesWritten(),
        verdict,
        List.of("the device moved fewer sectors than bytes in 2 samples"));
  }

  private static TuneRun run(
      List<CopyPlan> plans,
      int rounds,
      ToDoubleFunction<CopyPlan> bytesPerSecond,
      Recommendation command,
      Recommendation durable,
      Verdict verdict) {
    List<Candidate> candidates = candidates(plans);
    List<Sample> samples = samples(candidates, rounds, bytesPerSecond);
    StorageStack stack = stack("/srv/data", "QEMU HARDDISK");
    Map<Clock, Recommendation> found = new EnumMap<>(Clock.class);
    found.put(Clock.COMMAND, command);
    found.put(Clock.DURABLE, durable);
    return new TuneRun(
        TuneRun.SCHEMA,
        "20261122T221500Z-4f2a",
        Instant.parse("2026-11-22T22:15:00Z"),
        178.25,
        environment(),
        new Settings(180, 64 * ByteSize.GIB, 0.03, SEED),
        stack,
        stack,
        List.of(
            new ClassSweep(
                SizeClass.LARGE,
                CacheState.COLD,
                DataShape.oneFile(FILE_BYTES),
                candidates,
                List.of(),
                0.043,
                looks(rounds, plans.size()),
                found,
                knobs())),
        samples,
        FILE_BYTES * samples.size(),
        verdict,
        List.of());
  }

  /** Half of the candidates leave at each look. */
  private static List<RaceLook> looks(int rounds, int candidates) {
    List<RaceLook> looks = new ArrayList<>();
    for (int round = 2; round <= rounds; round += 2) {
      int survivors = Math.min(candidates, Math.max(1, candidates >> (round / 2 - 1)));
      looks.add(new RaceLook(round, survivors, 0.2 / round));
    }
    return looks;
  }

  private static List<KnobEffect> knobs() {
    Interval wide = new Interval(1.41, 1.36, 1.47);
    Interval narrow = new Interval(1.01, 1, 1.02);
    return List.of(
        new KnobEffect(Clock.COMMAND, "split depth", 4, wide, KnobEffect.Effect.MATTERS),
        new KnobEffect(Clock.COMMAND, "chunk", 4, narrow, KnobEffect.Effect.DOES_NOT_MATTER));
  }

  private static ClassSweep changed(
      TuneRun run, List<String> notTried, Map<Clock, Recommendation> recommendations) {
    ClassSweep sweep = run.sweeps().getFirst();
    return new ClassSweep(
        sweep.sizeClass(),
        sweep.cacheState(),
        sweep.data(),
        sweep.candidates(),
        notTried,
        sweep.noise(),
        sweep.looks(),
        recommendations,
        sweep.knobs());
  }

  private static List<Candidate> candidates(List<CopyPlan> plans) {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(Candidate.BASELINE, CopyPlan.SEQUENTIAL));
    candidates.add(new Candidate(Candidate.TWIN, CopyPlan.SEQUENTIAL));
    for (CopyPlan plan : plans) {
      String chunk = ByteSize.format(plan.chunkBytes());
      candidates.add(new Candidate(plan.backend() + "-d" + plan.splitDepth() + "-c" + chunk, plan));
    }
    return candidates;
  }

  /** Noise that multiplies, a drift from round to round, and a flush that the command hides. */
  private static List<Sample> samples(
      List<Candidate> candidates, int rounds, ToDoubleFunction<CopyPlan> bytesPerSecond) {
    Random random = new Random(SEED);
    List<Sample> samples = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      double drift = Math.exp(0.06 * Math.sin(round));
      for (int position = 0; position < candidates.size(); position++) {
        Candidate candidate = candidates.get(position);
        double rate = bytesPerSecond.applyAsDouble(candidate.plan()) * drift;
        double command = FILE_BYTES / (rate * Math.exp(0.04 * random.nextGaussian()));
        double durable = command + 0.9 * Math.exp(0.08 * random.nextGaussian());
        samples.add(sample(candidate, round, position, command, durable));
      }
    }
    return samples;
  }

  private static Sample sample(
      Candidate candidate, int round, int position, double command, double durable) {
    boolean doubtful = round == 2 && position == 1;
    return new Sample(
        round,
        position,
        Phase.SWEEP,
        candidate.name(),
        SizeClass.LARGE,
        candidate.plan(),
        candidate.plan(),
        FILE_BYTES,
        command,
        durable,
        new Evidence(CacheState.COLD, 0L, FILE_BYTES + 8192, 0.42, true),
        doubtful
            ? List.of("partly resident: 31MiB of the source were in the page cache")
            : List.of(),
        List.of());
  }

  static Environment environment() {
    return new Environment(
        "cleave tune --budget 3m /srv/data",
        "0.1.0",
        "host-7",
        "Linux 6.1.0-28-amd64",
        "AMD EPYC 7B13",
        2,
        8 * ByteSize.GIB,
        "25.0.1+8 (Eclipse Adoptium)");
  }

  public static StorageStack stack(String path, String model) {
    Map<String, Fact> partition = new LinkedHashMap<>();
    partition.put("sizeBytes", Fact.reported(64 * ByteSize.GIB, "/sys/class/block/vda1/size"));
    Map<String, Fact> disk = new LinkedHashMap<>();
    disk.put("model", Fact.reported(model, "/sys/block/vda/device/model"));
    disk.put("rotational", Fact.reported(true, "/sys/block/vda/queue/rotational"));
    disk.put("nrRequests", Fact.reported(256, "/sys/block/vda/queue/nr_requests"));
    disk.put("queueDepth", new Fact(128L, Origin.REPORTED, "1 hardware queue under mq/"));
    disk.put("scheduler", Fact.reported("none", "/sys/block/vda/queue/scheduler"));
    disk.put("writeCache", Fact.unknown("/sys/block/vda/queue/write_cache: Permission denied"));
    BlockDevice leaf = new BlockDevice("vda", "disk", disk);
    return new StorageStack(
        path,
        new Mount("/", "/dev/vda1", "254:1", List.of("rw", "relatime", "errors=remount-ro")),
        "ext4",
        DeviceClass.VIRTUAL,
        List.of(new BlockDevice("vda1", "partition", partition), leaf),
        List.of(leaf),
        "ext4@vda");
  }
}

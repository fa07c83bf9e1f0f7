package dev.cleave.reports;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.contender.BenchRun;
import dev.cleave.tuner.contender.BenchSample;
import dev.cleave.tuner.contender.Contender;
import dev.cleave.tuner.contender.Missing;
import dev.cleave.tuner.contender.RooflineSample;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A bench for the tests of its reports: a cp that clones, names with markup, a peer that wins. */
public final class BenchRuns {
  private static final long SEED = 20261128;
  private static final int ROUNDS = 12;
  private static final String CLONES = "cp";

  private BenchRuns() {}

  public static BenchRun golden() {
    List<Contender> contenders =
        List.of(
            engine("cleave profile", CopyPlan.SEQUENTIAL.withSplitDepth(2)),
            engine("cleave default", CopyPlan.SEQUENTIAL),
            peer(CLONES),
            peer("cp --reflink=never"),
            peer("cp --reflink=never --sparse=never"),
            peer("<script>alert(1)</script>"));
    double[] seconds = {0.55, 0.71, 0.004, 0.82, 0.83, 0.41};
    return new BenchRun(
        BenchRun.SCHEMA,
        "20261128T200000Z",
        Instant.parse("2026-11-28T20:00:00Z"),
        93.5,
        TuneRuns.environment(),
        180,
        null,
        SEED,
        TuneRuns.stack("/data", "Disk"),
        TuneRuns.stack("/copy", "Disk"),
        ByteSize.GIB,
        CacheState.COLD,
        contenders,
        List.of(new Missing("rclone", "no rclone on the PATH")),
        samples(contenders, seconds),
        "fio-3.33, direct, 8 requests of 1MiB",
        roofline(),
        80 * ByteSize.GIB,
        List.of());
  }

  private static Contender engine(String name, CopyPlan plan) {
    return new Contender(name, plan, "Cleave 0.1.0", "cleave copy SRC DST");
  }

  private static Contender peer(String name) {
    return new Contender(name, null, name + " 9.1", name + " SRC DST");
  }

  private static List<BenchSample> samples(List<Contender> contenders, double[] seconds) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<BenchSample> samples = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      for (int position = 0; position < seconds.length; position++) {
        double took = seconds[position] * Math.exp(0.05 * random.nextGaussian());
        String name = contenders.get(position).name();
        samples.add(
            new BenchSample(
                round,
                position,
                name,
                ByteSize.GIB,
                took,
                took + 0.5,
                50 * ByteSize.MIB,
                new Evidence(CacheState.COLD, 0L, ByteSize.GIB, took / 2, true),
                doubts(name, round),
                name.equals(CLONES) ? List.of("shared extents: 1GiB of the copy") : List.of(),
                samples.size()));
      }
    }
    return samples;
  }

  private static List<String> doubts(String name, int round) {
    return round % 4 == 3 && !name.startsWith("cp")
        ? List.of("busy processors: 0.30 s of 0.55 s spent waiting for one")
        : List.of();
  }

  private static List<RooflineSample> roofline() {
    List<RooflineSample> roofline = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      roofline.add(new RooflineSample(round, 3.1e9, 2.2e9, 1.4e9));
    }
    return roofline;
  }
}

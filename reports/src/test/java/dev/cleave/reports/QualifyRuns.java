package dev.cleave.reports;

import dev.cleave.tuner.qualify.BadBlock;
import dev.cleave.tuner.qualify.Cliff;
import dev.cleave.tuner.qualify.DeviceQualification;
import dev.cleave.tuner.qualify.LatencyBucket;
import dev.cleave.tuner.qualify.LatencyFigure;
import dev.cleave.tuner.qualify.LoadShape;
import dev.cleave.tuner.qualify.MeasuredLoad;
import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.PeerFigure;
import dev.cleave.tuner.qualify.QualifyRun;
import dev.cleave.tuner.qualify.QualifyVerdict;
import dev.cleave.tuner.qualify.RequirementResult;
import dev.cleave.tuner.qualify.Window;
import dev.cleave.tuner.qualify.Workload;
import dev.cleave.tuner.qualify.WorkloadKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Qualifications to show. */
public final class QualifyRuns {
  private static final String SCRIPT = "<script>alert(1)</script>";

  private QualifyRuns() {}

  /** A write cache that ends, a requirement of each verdict, one bad block. */
  public static QualifyRun withCliff() {
    return run("/srv/data", "nvme-gen4", "sequential write");
  }

  /** Names that are markup. */
  public static QualifyRun hostile() {
    return run("/tmp/\"quoted\" & 'single'", SCRIPT, SCRIPT);
  }

  private static QualifyRun run(String directory, String specification, String name) {
    List<RequirementResult> results =
        List.of(
            result(name, QualifyVerdict.PASS, 512e6, 509e6, 515e6, 500e6, 0.018),
            result("random write", QualifyVerdict.FAIL, 41e6, 40e6, 42e6, 50e6, -0.16),
            result("mixed", QualifyVerdict.INCONCLUSIVE, 50e6, 48e6, 52e6, 50e6, -0.04),
            result("random read", QualifyVerdict.INVALID, 30e6, 29e6, 31e6, 50e6, -0.38));
    DeviceQualification device =
        new DeviceQualification(
            directory,
            TuneRuns.stack(directory, "QEMU HARDDISK"),
            QualifyVerdict.FAIL,
            results,
            List.of(load(name), integrity()),
            List.of(name + ": +0.1 % over 3 passes [-0.4, +0.6], no trend"),
            41_000_000_000L,
            181,
            List.of("random read: busy neighbour: 5.1 MB/s while nothing was asked of it"));
    return new QualifyRun(
        QualifyRun.SCHEMA,
        "20261128T200000Z",
        Instant.parse("2026-11-28T20:00:00Z"),
        181.4,
        TuneRuns.environment(),
        specification,
        "qualify: 1\nname: " + specification + "\n",
        QualifyVerdict.FAIL,
        List.of(device));
  }

  private static RequirementResult result(
      String name,
      QualifyVerdict verdict,
      double measured,
      double low,
      double high,
      double bound,
      double margin) {
    return new RequirementResult(
        name,
        verdict,
        "sequential-write, 1MiB, queue depth 32",
        "throughput",
        null,
        "whole",
        measured,
        low,
        high,
        ">=",
        bound,
        "B/s",
        margin,
        0.95,
        0.5,
        verdict.toString().toLowerCase(Locale.ROOT) + " for the test");
  }

  private static MeasuredLoad load(String name) {
    Workload workload =
        new Workload(WorkloadKind.SEQUENTIAL_WRITE, 1 << 20, 32, 1L << 30, 60, 1, 0, null, null);
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      long bytes = (i < 20 ? 1_900_000_000L : 512_000_000L) + i % 7 * 3_000_000L;
      windows.add(new Window(i, 1, bytes, bytes, bytes >> 20, "", null));
    }
    PeerFigure fio = new PeerFigure("fio --rw=write", 498e6, 475, 512e6, -0.027, true);
    Measurement measurement =
        new Measurement(
            workload,
            0,
            "io_uring, O_DIRECT",
            0,
            60,
            windows,
            List.of(),
            0,
            null,
            null,
            fio,
            List.of());
    LoadShape shape =
        new LoadShape(
            1.9e9,
            512e6,
            new Cliff(38_000_000_000L, 20),
            true,
            List.of(512e6, 511e6, 513e6, 512e6, 512e6),
            0.004,
            0.001,
            "the criterion of SNIA's PTS");
    return new MeasuredLoad(
        name,
        measurement,
        shape,
        List.of(
            new LatencyFigure(0.5, 0.00021),
            new LatencyFigure(0.9, 0.0004),
            new LatencyFigure(0.99, 0.0031),
            new LatencyFigure(0.999, 0.012)),
        IntStream.range(0, 40).mapToObj(QualifyRuns::bucket).toList());
  }

  private static MeasuredLoad integrity() {
    Workload workload =
        new Workload(WorkloadKind.INTEGRITY, 65536, 1, 1 << 26, 10, 1, 0, null, null);
    BadBlock bad =
        new BadBlock("stamped", 131_072, 2, BadBlock.Kind.LOST, "at 131072 write 1 instead of 2");
    return new MeasuredLoad(
        "integrity",
        new Measurement(
            workload,
            0,
            "one request at a time, O_DIRECT",
            0,
            10,
            List.of(),
            List.of(bad),
            2048,
            null,
            null,
            null,
            List.of()),
        null,
        List.of(),
        List.of());
  }

  /** Twenty to the decade from 100 us on, each with half the operations of the one before. */
  private static LatencyBucket bucket(int index) {
    double from = 1e-4 * Math.pow(10, index / 20.0);
    return new LatencyBucket(
        from, 1e-4 * Math.pow(10, (index + 1) / 20.0), 1 + (1_000_000L >> index));
  }
}

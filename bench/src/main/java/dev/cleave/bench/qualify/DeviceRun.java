package dev.cleave.bench.qualify;

import dev.cleave.bench.qualify.QualifyJournal.Line;
import dev.cleave.bench.qualify.specification.FactRequirement;
import dev.cleave.bench.qualify.specification.Specification;
import dev.cleave.engine.io.RequestException;
import dev.cleave.engine.io.RoomError;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.qualify.BadBlock;
import dev.cleave.tuner.qualify.DeviceQualification;
import dev.cleave.tuner.qualify.LatencyFigure;
import dev.cleave.tuner.qualify.LoadShape;
import dev.cleave.tuner.qualify.MeasuredLoad;
import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.PeerFigure;
import dev.cleave.tuner.qualify.QualifyVerdict;
import dev.cleave.tuner.qualify.Requirement;
import dev.cleave.tuner.qualify.RequirementResult;
import dev.cleave.tuner.qualify.Window;
import dev.cleave.tuner.qualify.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All workloads on one device, and the verdict on it. Used once, by one thread. */
final class DeviceRun {
  private static final double NANOS = 1e9;
  private static final double[] PERCENTILES = {0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999};

  /** Beyond a percentile that is shown. */
  private static final double LEAST_BEYOND = 10;

  private final Specification specification;
  private final String directory;
  private final StorageStack stack;
  private final WorkloadBed bed;
  private final @Nullable FioPeer fio;
  private final QualifyJournal journal;
  private final QualifyListener listener;
  private final double soakSeconds;
  private final long startNanos = System.nanoTime();
  private final List<Measurement> measurements = new ArrayList<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  DeviceRun(
      Specification specification,
      String directory,
      StorageStack stack,
      WorkloadBed bed,
      @Nullable FioPeer fio,
      QualifyJournal journal,
      QualifyListener listener,
      double soakSeconds) {
    this.specification = specification;
    this.directory = directory;
    this.stack = stack;
    this.bed = bed;
    this.fio = fio;
    this.journal = journal;
    this.listener = listener;
    this.soakSeconds = soakSeconds;
  }

  /**
   * Measures what wasn't before it was cut off, and judges.
   *
   * @param before what was measured then
   */
  DeviceQualification run(List<Measurement> before) throws IOException {
    measurements.addAll(before);
    Set<Workload> workloads = new LinkedHashSet<>();
    specification.requirements().forEach(requirement -> workloads.add(requirement.workload()));
    double beforeSeconds = before.stream().mapToDouble(Measurement::seconds).sum();
    int pass = 0;
    do {
      for (Workload workload : workloads) {
        if (!bed.isOver() && !isMeasured(workload, pass)) {
          measure(workload, pass);
        }
      }
      pass++;
    } while (beforeSeconds + seconds() < soakSeconds && !bed.isOver());
    return qualification(pass);
  }

  private boolean isMeasured(Workload workload, int pass) {
    return measurements.stream()
        .anyMatch(it -> it.pass() == pass && it.workload().equals(workload));
  }

  private double seconds() {
    return (System.nanoTime() - startNanos) / NANOS;
  }

  private void measure(Workload workload, int pass) throws IOException {
    listener.measuring(directory, Words.workload(workload), workload.seconds());
    SurroundingsTaker taker =
        new SurroundingsTaker(stack, bed.directory(), specification.acceptsGroupLimits());
    Measurement measured = taker.around(() -> loaded(workload, pass), bed.budget());
    measured = withPeer(measured);
    if ("interrupted".equals(measured.stopped())) {
      return; // half a workload is none, and is measured again when the run goes on
    }
    measurements.add(measured);
    journal.append(new Line(directory, measured));
  }

  private Measurement loaded(Workload workload, int pass) throws IOException {
    try {
      return WorkloadRunner.of(workload.kind()).run(workload, bed, pass);
    } catch (WorkloadException e) {
      return failed(workload, pass, String.valueOf(e.getMessage()), List.of());
    } catch (IOException e) {
      if (bed.isOver()) {
        return failed(workload, pass, "interrupted", List.of());
      }
      String message = String.valueOf(e.getMessage());
      if (RoomError.isBehind(e)) {
        return failed(workload, pass, message, List.of());
      }
      long offset = e instanceof RequestException request ? request.offset() : 0;
      BadBlock bad = new BadBlock("data", offset, 0, BadBlock.Kind.FAILED, message);
      return failed(workload, pass, message, List.of(bad));
    }
  }

  private static Measurement failed(Workload workload, int pass, String why, List<BadBlock> bad) {
    return new Measurement(
        workload, pass, "none", 0, 1e-9, List.of(), bad, 0, why, null, null, List.of());
  }

  private Measurement withPeer(Measurement measured) {
    if (fio == null || measured.surroundings() == null || !FioPeer.canDo(measured)) {
      return measured;
    }
    List<String> said = new ArrayList<>(measured.warnings());
    @Nullable PeerFigure figure = null;
    try {
      figure = fio.measure(measured, bed);
      if (!figure.agrees()) {
        said.add(
            String.format(
                Locale.ROOT,
                "fio measures %.1f MB/s where Cleave has %.1f (%+.0f %%): they don't agree within"
                    + " 10 %%",
                figure.bytesPerSecond() / 1e6,
                figure.measured() / 1e6,
                100 * figure.difference()));
      }
    } catch (IOException e) {
      said.add("not compared with fio: " + e.getMessage());
    }
    return measured.with(figure, measured.surroundings(), said);
  }

  private DeviceQualification qualification(int passes) {
    Map<Workload, List<Measurement>> byWorkload = new LinkedHashMap<>();
    for (Measurement each : measurements) {
      byWorkload.computeIfAbsent(each.workload(), _ -> new ArrayList<>()).add(each);
      String name = Words.workload(each.workload());
      each.warnings().forEach(warning -> warnings.add(name + ": " + warning));
      Disturbances.of(each).slower().forEach(it -> warnings.add(name + ": " + it));
    }
    List<RequirementResult> results = new ArrayList<>();
    for (FactRequirement fact : specification.facts()) {
      results.add(fact.judge(stack));
    }
    results.addAll(Judge.judge(specification.requirements(), byWorkload));
    return new DeviceQualification(
        directory,
        stack,
        QualifyVerdict.overall(results.stream().map(RequirementResult::verdict).toList()),
        results,
        measurements.stream().map(this::load).toList(),
        passes > 1 ? SoakTrend.of(specification.requirements(), byWorkload) : List.of(),
        bed.budget().written(),
        seconds(),
        List.copyOf(warnings));
  }

  private MeasuredLoad load(Measurement measured) {
    LoadShape shape = measured.workload().kind().isBlocks() ? LoadShapes.of(measured) : null;
    return new MeasuredLoad(name(measured.workload()), measured, shape, percentiles(measured));
  }

  private String name(Workload workload) {
    return specification.requirements().stream()
        .filter(requirement -> requirement.workload().equals(workload))
        .map(Requirement::name)
        .findFirst()
        .orElse("");
  }

  private static List<LatencyFigure> percentiles(Measurement measured) {
    Latencies all = Latencies.of(measured.windows().stream().map(Window::latencies).toList());
    List<LatencyFigure> figures = new ArrayList<>();
    for (double percentile : PERCENTILES) {
      if (all.count() * (1 - percentile) >= LEAST_BEYOND - 1e-6) {
        figures.add(new LatencyFigure(percentile, all.seconds(percentile)));
      }
    }
    return figures;
  }
}

package dev.cleave.reports.json;

import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.qualify.Cliff;
import dev.cleave.tuner.qualify.DeviceQualification;
import dev.cleave.tuner.qualify.LatencyFigure;
import dev.cleave.tuner.qualify.LoadShape;
import dev.cleave.tuner.qualify.MeasuredLoad;
import dev.cleave.tuner.qualify.PeerFigure;
import dev.cleave.tuner.qualify.QualifyRun;
import dev.cleave.tuner.qualify.QualifyVerdict;
import dev.cleave.tuner.qualify.RequirementResult;
import dev.cleave.tuner.qualify.WorkloadKind;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code cleave qualify --json} prints. Sizes are in bytes, times in seconds, rates in bytes
 * or operations a second.
 *
 * @param requirements of all devices, in order
 * @param steadyState whether the load that tells most of the device came to rest: its sequential
 *     write, else the first; null where there is none. {@code burst}, {@code sustained} and {@code
 *     cliff} are of the same load
 * @param junit null if it could not be written, as the report
 */
public record QualifyDocument(
    String schema,
    QualifyVerdict verdict,
    List<RequirementResult> requirements,
    @Nullable SteadyStateFigures steadyState,
    @Nullable Double burst,
    @Nullable Double sustained,
    @Nullable Cliff cliff,
    List<Device> devices,
    double elapsedSeconds,
    String run,
    @Nullable String junit,
    @Nullable String report) {
  public QualifyDocument {
    requirements = List.copyOf(requirements);
    devices = List.copyOf(devices);
  }

  /** The rule, what it was applied to, and whether it is met. */
  public record SteadyStateFigures(
      boolean reached, List<Double> rounds, double range, double slopeExcursion, String rule) {
    public SteadyStateFigures {
      rounds = List.copyOf(rounds);
    }

    static @Nullable SteadyStateFigures of(@Nullable LoadShape shape) {
      return shape == null
          ? null
          : new SteadyStateFigures(
              shape.steady(), shape.rounds(), shape.range(), shape.slopeExcursion(), shape.rule());
    }
  }

  /** One directory's device. */
  public record Device(
      String directory,
      QualifyVerdict verdict,
      List<RequirementResult> requirements,
      List<Load> loads,
      List<String> trends,
      long bytesWritten,
      List<String> warnings) {
    public Device {
      requirements = List.copyOf(requirements);
      loads = List.copyOf(loads);
      trends = List.copyOf(trends);
      warnings = List.copyOf(warnings);
    }
  }

  /** One load, without its windows: those are in {@code run.json}. */
  public record Load(
      String name,
      String workload,
      int pass,
      String how,
      @Nullable SteadyStateFigures steadyState,
      @Nullable Double burst,
      @Nullable Double sustained,
      @Nullable Cliff cliff,
      List<LatencyFigure> latencies,
      @Nullable PeerFigure fio,
      @Nullable String stopped) {
    public Load {
      latencies = List.copyOf(latencies);
    }
  }

  public static QualifyDocument of(
      QualifyRun run, Path directory, @Nullable Path junit, @Nullable Path report) {
    LoadShape shape = tellingShape(run);
    return new QualifyDocument(
        "cleave.qualify/1",
        run.verdict(),
        run.devices().stream().flatMap(device -> device.requirements().stream()).toList(),
        SteadyStateFigures.of(shape),
        shape == null ? null : Double.valueOf(shape.burst()),
        shape == null ? null : shape.sustained(),
        shape == null ? null : shape.cliff(),
        run.devices().stream().map(QualifyDocument::device).toList(),
        run.elapsedSeconds(),
        directory.toString(),
        junit == null ? null : junit.toString(),
        report == null ? null : report.toString());
  }

  private static @Nullable LoadShape tellingShape(QualifyRun run) {
    return run.devices().stream()
        .flatMap(device -> device.loads().stream())
        .filter(load -> load.shape() != null)
        .min(Comparator.comparingInt(QualifyDocument::rank))
        .map(MeasuredLoad::shape)
        .orElse(null);
  }

  private static int rank(MeasuredLoad load) {
    return load.measurement().workload().kind() == WorkloadKind.SEQUENTIAL_WRITE ? 0 : 1;
  }

  private static Device device(DeviceQualification device) {
    return new Device(
        device.directory(),
        device.verdict(),
        device.requirements(),
        device.loads().stream().map(QualifyDocument::load).toList(),
        device.trends(),
        device.bytesWritten(),
        device.warnings());
  }

  private static Load load(MeasuredLoad load) {
    LoadShape shape = load.shape();
    return new Load(
        load.name(),
        load.measurement().workload().kind().toString(),
        load.measurement().pass(),
        load.measurement().how(),
        SteadyStateFigures.of(shape),
        shape == null ? null : Double.valueOf(shape.burst()),
        shape == null ? null : shape.sustained(),
        shape == null ? null : shape.cliff(),
        load.latencies(),
        load.measurement().peer(),
        load.measurement().stopped());
  }

  public String toJson() {
    return Json.PRETTY.writeValueAsString(this);
  }
}

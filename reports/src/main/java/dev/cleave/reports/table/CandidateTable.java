package dev.cleave.reports.table;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.stats.Interval;
import dev.cleave.tuner.stats.MeanInterval;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The candidates of one sweep and what it found of them.
 *
 * <p>Only the sweep's valid samples count: those of the preflight come before the shuffling, those
 * of the confirmation are of the finalists alone, and both would make candidates incomparable.
 * Ratios are paired within the round, because the device drifts from round to round.
 *
 * @param rows in the run's order, the baseline first
 */
public record CandidateTable(ClassSweep sweep, List<CandidateRow> rows) {
  public CandidateTable {
    rows = List.copyOf(rows);
  }

  /** One table for every sweep of the run. */
  public static List<CandidateTable> allOf(TuneRun run) {
    return run.sweeps().stream().map(sweep -> of(run, sweep)).toList();
  }

  public static CandidateTable of(TuneRun run, ClassSweep sweep) {
    Map<String, List<Sample>> samples =
        run.samples().stream()
            .filter(sample -> sample.sizeClass() == sweep.sizeClass())
            .filter(sample -> sample.evidence().cacheState() == sweep.cacheState())
            .filter(sample -> sample.phase() == Phase.SWEEP && sample.isValid())
            .collect(Collectors.groupingBy(Sample::candidate));
    List<Sample> baseline = samples.getOrDefault(Candidate.BASELINE, List.of());
    return new CandidateTable(
        sweep,
        sweep.candidates().stream()
            .map(c -> row(c, samples.getOrDefault(c.name(), List.of()), baseline))
            .toList());
  }

  /** The rows whose candidate was sampled, fastest by the median of the clock first. */
  public List<CandidateRow> fastestFirst(Clock clock) {
    return rows.stream()
        .filter(row -> row.samples() > 0)
        .sorted((a, b) -> Double.compare(median(b, clock), median(a, clock)))
        .toList();
  }

  public Optional<CandidateRow> baseline() {
    return rows.stream().filter(CandidateRow::isBaseline).findFirst();
  }

  private static double median(CandidateRow row, Clock clock) {
    Throughput throughput = row.throughput().get(clock);
    return throughput == null ? 0 : throughput.median();
  }

  private static CandidateRow row(Candidate candidate, List<Sample> own, List<Sample> baseline) {
    Map<Clock, Throughput> throughput = new EnumMap<>(Clock.class);
    Map<Clock, Interval> ratios = new EnumMap<>(Clock.class);
    for (Clock clock : Clock.values()) {
      if (!own.isEmpty()) {
        throughput.put(clock, Throughput.of(own, clock));
      }
      if (!candidate.name().equals(Candidate.BASELINE)) {
        ratio(own, baseline, clock).ifPresent(ratio -> ratios.put(clock, ratio));
      }
    }
    return new CandidateRow(candidate, own.size(), throughput, ratios);
  }

  private static Optional<Interval> ratio(List<Sample> own, List<Sample> baseline, Clock clock) {
    Map<Integer, Double> ownLogs = meanLogByRound(own, clock);
    Map<Integer, Double> baselineLogs = meanLogByRound(baseline, clock);
    double[] differences =
        ownLogs.entrySet().stream()
            .flatMap(
                log ->
                    Stream.ofNullable(baselineLogs.get(log.getKey()))
                        .map(other -> log.getValue() - other))
            .mapToDouble(Double::doubleValue)
            .toArray();
    if (differences.length == 0) {
      return Optional.empty();
    }
    MeanInterval logs = MeanInterval.of(differences, Throughput.CONFIDENCE);
    return Optional.of(
        new Interval(Math.exp(logs.mean()), Math.exp(logs.low()), Math.exp(logs.high())));
  }

  private static Map<Integer, Double> meanLogByRound(List<Sample> samples, Clock clock) {
    return samples.stream()
        .collect(
            Collectors.groupingBy(
                Sample::round,
                TreeMap::new,
                Collectors.averagingDouble(s -> Math.log(s.bytesPerSecond(clock)))));
  }
}

package dev.cleave.bench.cli;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The running figures of a sweep, by the command clock; what is decided is the tuner's. */
final class SweepStandings {
  private static final int FEWEST_ROUNDS = 2;

  private final Map<String, Map<Integer, Double>> logsByCandidate = new HashMap<>();

  /** A candidate's throughput over that of the default in the same rounds. */
  record Standing(String candidate, double ratio, int rounds) {}

  void add(Sample sample) {
    if (sample.phase() == Phase.SWEEP && sample.isValid()) {
      logsByCandidate
          .computeIfAbsent(sample.candidate(), _ -> new HashMap<>())
          .put(sample.round(), Math.log(sample.bytesPerSecond(Clock.COMMAND)));
    }
  }

  /** The fastest of the candidates with two rounds or more, the default's twin not counted. */
  Optional<Standing> best() {
    Standing best = null;
    for (String candidate : logsByCandidate.keySet()) {
      if (!candidate.equals(Candidate.BASELINE) && !candidate.equals(Candidate.TWIN)) {
        PairedRatio ratio = overDefault(candidate);
        if (ratio.pairs() >= FEWEST_ROUNDS && (best == null || ratio.ratio() > best.ratio())) {
          best = new Standing(candidate, ratio.ratio(), ratio.pairs());
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The standard deviation of the log ratio of the default and its twin; NaN below two rounds. */
  double noise() {
    return overDefault(Candidate.TWIN).sdLog();
  }

  private PairedRatio overDefault(String candidate) {
    Map<Integer, Double> baseline = logsByCandidate.getOrDefault(Candidate.BASELINE, Map.of());
    List<Double> ratios = new ArrayList<>();
    logsByCandidate
        .getOrDefault(candidate, Map.of())
        .forEach(
            (round, log) -> {
              Double other = baseline.get(round);
              if (other != null) {
                ratios.add(log - other);
              }
            });
    return PairedRatio.trimmed(ratios.stream().mapToDouble(Double::doubleValue).toArray());
  }
}

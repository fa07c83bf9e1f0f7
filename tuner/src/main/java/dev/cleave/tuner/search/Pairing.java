package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Pairs the samples of two candidates within their rounds. */
final class Pairing {
  private Pairing() {}

  /**
   * The throughput of {@code candidate} over that of {@code other}. Where a round has several
   * samples of both, the first are a pair, the second, and so on; a pair with a missing or invalid
   * sample isn't used.
   */
  static PairedRatio throughput(List<Sample> samples, String candidate, String other, Clock clock) {
    Map<Integer, List<Sample>> candidates = byRound(samples, candidate);
    Map<Integer, List<Sample>> others = byRound(samples, other);
    List<Double> logRatios = new ArrayList<>();
    candidates.forEach(
        (round, ofRound) -> {
          List<Sample> otherOfRound = others.getOrDefault(round, List.of());
          for (int i = 0; i < Math.min(ofRound.size(), otherOfRound.size()); i++) {
            if (ofRound.get(i).isValid() && otherOfRound.get(i).isValid()) {
              logRatios.add(logRatio(ofRound.get(i), otherOfRound.get(i), clock));
            }
          }
        });
    return PairedRatio.of(logRatios.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double logRatio(Sample sample, Sample other, Clock clock) {
    return Math.log(sample.bytesPerSecond(clock) / other.bytesPerSecond(clock));
  }

  private static Map<Integer, List<Sample>> byRound(List<Sample> samples, String candidate) {
    return samples.stream()
        .filter(sample -> sample.candidate().equals(candidate))
        .sorted(Comparator.comparingInt(Sample::position))
        .collect(Collectors.groupingBy(Sample::round, TreeMap::new, Collectors.toList()));
  }
}

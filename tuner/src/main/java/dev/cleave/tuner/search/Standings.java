package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.Comparator;
import java.util.List;

/**
 * How candidates stand under one clock when a sweep is looked at: each one's throughput over the
 * default's, the fastest first.
 *
 * <p>The spread of a comparison leans on what is usual among all of them, so that three rounds say
 * something already.
 */
final class Standings {
  /** What the usual spread counts as at most, in degrees of freedom. */
  private static final int MOST_PRIOR_FREEDOM = 6;

  private final RoundTable table;
  private final List<Candidate> fastestFirst;
  private final double usualSd;
  private final int priorFreedom;

  /** The default is one of those that stand; its twin is not. */
  Standings(List<Candidate> candidates, List<Sample> samples, Clock clock) {
    this.table = new RoundTable(samples, clock);
    List<PairedRatio> spreads = spreads(candidates);
    this.usualSd = usualSd(spreads);
    this.priorFreedom =
        Math.min(MOST_PRIOR_FREEDOM, spreads.stream().mapToInt(PairedRatio::freedom).sum());
    this.fastestFirst =
        candidates.stream()
            .filter(candidate -> !candidate.name().equals(Candidate.TWIN))
            .filter(candidate -> isBaseline(candidate) || ofDefault(candidate).pairs() > 0)
            .sorted(Comparator.comparingDouble(this::meanLog).reversed())
            .toList();
  }

  static boolean isBaseline(Candidate candidate) {
    return candidate.name().equals(Candidate.BASELINE);
  }

  /** Every comparison with the default that has a spread. */
  private List<PairedRatio> spreads(List<Candidate> candidates) {
    return candidates.stream()
        .filter(it -> !isBaseline(it) && !it.name().equals(Candidate.TWIN))
        .map(it -> table.overDefault(it.name()))
        .filter(ratio -> ratio.freedom() > 0)
        .toList();
  }

  private static double usualSd(List<PairedRatio> spreads) {
    double meanVariance =
        spreads.stream()
            .mapToDouble(ratio -> ratio.sdLog() * ratio.sdLog())
            .average()
            .orElse(Double.NaN);
    return Math.sqrt(meanVariance);
  }

  /** Log of the throughput over the default's; the default itself has 0. */
  double meanLog(Candidate candidate) {
    return isBaseline(candidate) ? 0 : ofDefault(candidate).meanLog();
  }

  /** Throughput over the default's. */
  PairedRatio ofDefault(Candidate candidate) {
    return table.overDefault(candidate.name()).moderated(usualSd, priorFreedom);
  }

  /** Throughput over another candidate's. */
  PairedRatio over(Candidate candidate, Candidate other) {
    PairedRatio ratio =
        isBaseline(candidate)
            ? table.overDefault(other.name()).inverse()
            : over(candidate.name(), other);
    return ratio.moderated(usualSd, priorFreedom);
  }

  private PairedRatio over(String candidate, Candidate other) {
    return isBaseline(other) ? table.overDefault(candidate) : table.ratio(candidate, other.name());
  }

  /** All that have been measured, the default among them. */
  List<Candidate> fastestFirst() {
    return fastestFirst;
  }

  /** The fastest that is not the default. */
  Candidate challenger() {
    return fastestFirst.stream().filter(it -> !isBaseline(it)).findFirst().orElseThrow();
  }

  Candidate leader() {
    return fastestFirst.getFirst();
  }

  /**
   * The loss that taking the leader can cost at most against any one of the others.
   *
   * @param error probability with which it is more, of each comparison
   */
  double regretBound(double error) {
    double most = 0;
    for (Candidate other : fastestFirst) {
      if (!other.equals(leader())) {
        double least = over(leader(), other).lowerBound(error);
        most = Math.max(most, 1 - least);
      }
    }
    return most;
  }
}

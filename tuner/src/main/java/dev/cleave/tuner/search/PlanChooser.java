package dev.cleave.tuner.search;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.search.Decision.Merit;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses a plan from the samples of a sweep, by one rule for every strategy.
 *
 * <p>Eligible is a candidate proven better than the default, or one that is cheaper and proven not
 * worse by more than the margin. Of the eligible, those proven not worse than the best of them by
 * more than the margin remain, and the cheapest of these is chosen: fewest tasks, then least
 * memory, then fewest CPU seconds per byte. "Not significantly different" proves nothing and plays
 * no part: at 10 % noise it chose a plan within 3 % of the best in 34 % of tunes, this rule in 94
 * %.
 *
 * <p>CPU seconds only break ties. They are measured, so that a plan could be "cheaper" than its
 * equal by noise.
 */
public final class PlanChooser {
  private final double margin;
  private final ErrorBudget errors;
  private final double secondsPerRound;

  /**
   * A chooser for one sweep.
   *
   * @param margin the loss that counts as none, 0.03 for 3 %
   * @param secondsPerRound what a round of the sweep takes, to say how long a clear answer would
   */
  public PlanChooser(double margin, ErrorBudget errors, double secondsPerRound) {
    this.margin = margin;
    this.errors = errors;
    this.secondsPerRound = secondsPerRound;
  }

  /**
   * Chooses under one clock.
   *
   * @param candidates those of the sweep, the baseline first
   * @param samples those of the sweep; invalid ones are passed over, with their pairs
   */
  public Decision choose(List<Candidate> candidates, List<Sample> samples, Clock clock) {
    return new Choice(candidates, samples, clock).decide();
  }

  /** A candidate compared with the default. */
  private record Contender(Candidate candidate, PairedRatio overDefault, Set<Merit> merits) {
    double ratio() {
      return overDefault.ratio();
    }

    boolean isEligible() {
      return !merits.isEmpty();
    }
  }

  /** One choice under one clock. */
  private final class Choice {
    private final List<Sample> samples;
    private final Clock clock;
    private final Candidate baseline;
    private final int rivals;
    private final List<Contender> contenders;

    Choice(List<Candidate> candidates, List<Sample> samples, Clock clock) {
      this.samples = samples.stream().filter(Sample::isValid).toList();
      this.clock = clock;
      this.baseline = candidates.getFirst();
      List<Candidate> others = candidates.stream().filter(Choice::competes).toList();
      this.rivals = others.size();
      this.contenders = others.stream().map(this::compareWithDefault).toList();
    }

    private static boolean competes(Candidate candidate) {
      return !candidate.name().equals(Candidate.BASELINE)
          && !candidate.name().equals(Candidate.TWIN);
    }

    Decision decide() {
      if (samples.stream().noneMatch(it -> it.candidate().equals(Candidate.BASELINE))) {
        return noChoice(Verdict.INVALID, "no valid sample of the default is left to compare with");
      }
      List<Contender> eligible = contenders.stream().filter(Contender::isEligible).toList();
      if (eligible.isEmpty()) {
        return noneEligible();
      }
      Contender best =
          eligible.stream().max(Comparator.comparingDouble(Contender::ratio)).orElseThrow();
      return chosen(
          eligible.stream()
              .filter(contender -> isNotWorse(contender, best))
              .min(cheapestFirst())
              .orElseThrow());
    }

    private Contender compareWithDefault(Candidate candidate) {
      PairedRatio ratio = pairs(candidate.name(), Candidate.BASELINE);
      double low = ratio.lowerBound(errors.perComparisonWithDefault(rivals));
      Set<Merit> merits = EnumSet.noneOf(Merit.class);
      if (low > 1) {
        merits.add(Merit.BETTER);
      }
      if (low >= 1 - margin && PlanCost.isCheaper(candidate.plan(), baseline.plan())) {
        merits.add(Merit.CHEAPER);
      }
      return new Contender(candidate, ratio, merits);
    }

    private boolean isNotWorse(Contender contender, Contender best) {
      return contender.equals(best)
          || pairs(contender.candidate().name(), best.candidate().name())
                  .lowerBound(errors.perComparisonWithBest(rivals))
              >= 1 - margin;
    }

    private Comparator<Contender> cheapestFirst() {
      return Comparator.<Contender, CopyPlan>comparing(
              contender -> contender.candidate().plan(), PlanCost.CHEAPEST_FIRST)
          .thenComparingDouble(contender -> cpuSecondsPerByte(contender.candidate().name()));
    }

    private double cpuSecondsPerByte(String candidate) {
      return samples.stream()
          .filter(sample -> sample.candidate().equals(candidate))
          .mapToDouble(sample -> sample.evidence().cpuSeconds() / sample.bytes())
          .average()
          .orElse(Double.POSITIVE_INFINITY);
    }

    private Decision noneEligible() {
      int rounds = contenders.stream().mapToInt(it -> it.overDefault().pairs()).max().orElse(0);
      if (rounds < 2) {
        return noChoice(
            Verdict.INCONCLUSIVE, "too few valid rounds to compare anything (" + rounds + ")");
      }
      Contender best =
          contenders.stream()
              .filter(contender -> contender.overDefault().pairs() >= 2)
              .max(Comparator.comparingDouble(Contender::ratio))
              .orElseThrow();
      return best.ratio() > 1 + margin
          ? noChoice(Verdict.INCONCLUSIVE, unproven(best))
          : noChoice(Verdict.KEEP_DEFAULT, nothingBetter(rounds));
    }

    private String unproven(Contender best) {
      PairedRatio ratio = best.overDefault();
      int pairs = ratio.pairsToExceed(1, errors.perComparisonWithDefault(rivals));
      return Sentences.plan(best.candidate().plan())
          + " looks "
          + Sentences.ratio(ratio.ratio())
          + " the default, but "
          + ratio.pairs()
          + " rounds don't prove it at this noise ("
          + Sentences.percent(ratio.sdLog())
          + "): it would take about "
          + pairs
          + " rounds, "
          + Sentences.duration(pairs * secondsPerRound)
          + " of sweeping";
    }

    private String nothingBetter(int rounds) {
      double error = errors.perComparisonWithDefault(rivals);
      boolean someAreWorse =
          contenders.stream().anyMatch(it -> it.overDefault().upperBound(error) < 1);
      PairedRatio twin = pairs(Candidate.TWIN, Candidate.BASELINE);
      return (someAreWorse
              ? "no setting is better than the default here ("
              : "no setting is distinguishable from the default here (")
          + (twin.pairs() < 2 ? "" : "noise " + Sentences.percent(twin.sdLog()) + ", ")
          + rounds
          + " rounds)";
    }

    private PairedRatio pairs(String candidate, String other) {
      return Pairing.throughput(samples, candidate, other, clock);
    }

    private Decision chosen(Contender chosen) {
      String why =
          Sentences.plan(chosen.candidate().plan())
              + (chosen.merits().contains(Merit.BETTER)
                  ? " is better than the default"
                  : " is cheaper than the default and not slower by more than "
                      + Sentences.percent(margin));
      return new Decision(
          clock, Verdict.TUNED, chosen.candidate(), chosen.merits(), samples.size(), why);
    }

    private Decision noChoice(Verdict verdict, String why) {
      return new Decision(clock, verdict, baseline, Set.of(), samples.size(), why);
    }
  }
}

package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom the sweep nominates to be confirmed under one clock, and why nobody if nobody is.
 *
 * <p>The fastest leads. Of those proven not worse than the leader by more than the margin the
 * cheapest is nominated: fewest tasks, then least memory, then fewest CPU seconds per byte. "Not
 * significantly different" proves nothing and plays no part: at 10 % noise it chose a plan within 3
 * % of the best in 34 % of tunes, this rule in 94 %. A nomination proves nothing against the
 * default, which is the confirmation's part, on fresh files.
 *
 * <p>CPU seconds only break ties, and count in steps: they are measured, so that a plan could be
 * "cheaper" than its equal by noise. Of those that cost the same, the fastest is taken.
 *
 * @param candidate null if nobody is nominated
 * @param verdict what that means, if nobody is; TUNED otherwise
 * @param samples valid samples it rests on
 * @param why one sentence for people
 */
record Nomination(
    Clock clock, @Nullable Candidate candidate, Verdict verdict, int samples, String why) {

  /** From the samples of the sweep. */
  static Nomination of(
      List<Candidate> candidates,
      List<Sample> samples,
      Clock clock,
      double margin,
      ErrorBudget errors) {
    List<Sample> valid = samples.stream().filter(Sample::isValid).toList();
    if (valid.stream().noneMatch(it -> it.candidate().equals(Candidate.BASELINE))) {
      return new Nomination(
          clock,
          null,
          Verdict.INVALID,
          0,
          "no valid sample of the default is left to compare with");
    }
    return new Choice(candidates, valid, clock, margin, errors).nominate();
  }

  Optional<Candidate> nominee() {
    return Optional.ofNullable(candidate);
  }

  /** One nomination under one clock. */
  private static final class Choice {
    /** From one step to the next. */
    private static final double CPU_STEP = 1.5;

    private final List<Sample> samples;
    private final Clock clock;
    private final double margin;
    private final Candidate baseline;
    private final Standings standings;
    private final double error;

    Choice(
        List<Candidate> candidates,
        List<Sample> samples,
        Clock clock,
        double margin,
        ErrorBudget errors) {
      this.samples = samples;
      this.clock = clock;
      this.margin = margin;
      this.baseline = candidates.getFirst();
      this.standings = new Standings(candidates, samples, clock);
      this.error = errors.perComparisonWithBest(Math.max(1, candidates.size() - 2));
    }

    Nomination nominate() {
      if (standings.fastestFirst().size() < 2
          || standings.ofDefault(standings.challenger()).freedom() == 0) {
        return nobody(Verdict.INCONCLUSIVE, "too few valid rounds to compare anything");
      }
      Candidate leader = standings.leader();
      Candidate nominee =
          standings.fastestFirst().stream()
              .filter(it -> it.equals(leader) || isNotWorse(it, leader))
              .filter(it -> !Standings.isBaseline(it))
              .filter(it -> !Standings.isBaseline(leader) || isCheaperAndAsFast(it))
              .min(cheapestFirst())
              .orElse(null);
      return nominee == null ? keepDefault() : nominated(nominee);
    }

    private boolean isNotWorse(Candidate candidate, Candidate leader) {
      return standings.over(candidate, leader).lowerBound(error) >= 1 - margin;
    }

    /** Worth a try though the default is faster, if only by a little. */
    private boolean isCheaperAndAsFast(Candidate candidate) {
      return PlanCost.isCheaper(candidate.plan(), baseline.plan());
    }

    private Comparator<Candidate> cheapestFirst() {
      return Comparator.comparing(Candidate::plan, PlanCost.CHEAPEST_FIRST)
          .thenComparingInt(this::cpuSteps)
          .thenComparingInt(standings.fastestFirst()::indexOf);
    }

    private int cpuSteps(Candidate candidate) {
      return (int) Math.floor(Math.log(cpuSecondsPerByte(candidate)) / Math.log(CPU_STEP));
    }

    private double cpuSecondsPerByte(Candidate candidate) {
      return samples.stream()
          .filter(sample -> sample.candidate().equals(candidate.name()))
          .mapToDouble(sample -> sample.evidence().cpuSeconds() / sample.bytes())
          .average()
          .orElse(Double.POSITIVE_INFINITY);
    }

    private Nomination nominated(Candidate nominee) {
      PairedRatio ratio = standings.ofDefault(nominee);
      return new Nomination(
          clock,
          nominee,
          Verdict.TUNED,
          samples.size(),
          nominee.plan() + " leads with " + Sentences.ratio(ratio.ratio()) + " the default");
    }

    private Nomination keepDefault() {
      boolean someAreWorse =
          standings.fastestFirst().stream()
              .filter(it -> !Standings.isBaseline(it))
              .anyMatch(it -> standings.ofDefault(it).upperBound(error) < 1);
      PairedRatio challenger = standings.ofDefault(standings.challenger());
      return nobody(
          Verdict.KEEP_DEFAULT,
          (someAreWorse
                  ? "no setting is better than the default here ("
                  : "no setting is distinguishable from the default here (")
              + "noise "
              + Sentences.percent(challenger.sdLog())
              + ", "
              + challenger.pairs()
              + " rounds)");
    }

    private Nomination nobody(Verdict verdict, String why) {
      return new Nomination(clock, null, verdict, samples.size(), why);
    }
  }
}

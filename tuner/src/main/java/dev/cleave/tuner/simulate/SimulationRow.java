package dev.cleave.tuner.simulate;

import dev.cleave.tuner.search.StrategyKind;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What many simulated tunes of one kind of device come to. All shares are from 0 to 1; tunes count
 * once for each clock.
 *
 * @param surface its name
 * @param noise standard deviation of the log of one copy's time
 * @param tunes how many
 * @param tuned share that recommends another plan than the default
 * @param regretMean throughput that the recommended plans lack to the best, on average
 * @param regretP95 the same, exceeded by one in twenty
 * @param worseThanDefault share whose plan is worse than the default by more than 1 %
 * @param samplesMean samples of a tune, all phases
 * @param samplesShare samples over those with which the interleaved full grid first meets the same
 *     mean regret; null where that wasn't looked for
 * @param withinMargin share whose plan is within 3 % of the best
 * @param aaFalsePositives share that reports the default to differ from its twin
 * @param coverage share of the reported gains whose 95 % interval holds the true one; null without
 *     any
 * @param gainBias reported over true gain, minus 1, on average; null without any
 */
public record SimulationRow(
    StrategyKind strategy,
    String surface,
    double noise,
    int tunes,
    double tuned,
    double regretMean,
    double regretP95,
    double worseThanDefault,
    double samplesMean,
    @Nullable Double samplesShare,
    double withinMargin,
    double aaFalsePositives,
    @Nullable Double coverage,
    @Nullable Double gainBias) {
  private static final double MARGIN = 0.03;
  private static final double WORSE = 0.01;
  private static final double P95 = 0.95;

  static SimulationRow of(
      StrategyKind strategy,
      String surface,
      double noise,
      List<TuneOutcome> outcomes,
      @Nullable Double samplesShare) {
    double[] regrets = outcomes.stream().mapToDouble(TuneOutcome::regret).sorted().toArray();
    List<TuneOutcome> tuned = outcomes.stream().filter(TuneOutcome::tuned).toList();
    return new SimulationRow(
        strategy,
        surface,
        noise,
        outcomes.size() / 2,
        share(outcomes, TuneOutcome::tuned),
        outcomes.stream().mapToDouble(TuneOutcome::regret).average().orElseThrow(),
        regrets[(int) Math.ceil(P95 * regrets.length) - 1],
        share(outcomes, it -> it.trueGain() < 1 - WORSE),
        outcomes.stream().mapToInt(TuneOutcome::samples).average().orElseThrow(),
        samplesShare,
        share(outcomes, it -> it.regret() <= MARGIN),
        share(outcomes, TuneOutcome::twinDiffers),
        tuned.isEmpty() ? null : Double.valueOf(share(tuned, SimulationRow::isCovered)),
        tuned.isEmpty()
            ? null
            : Double.valueOf(
                tuned.stream()
                    .mapToDouble(it -> it.reportedGain().ratio() / it.trueGain() - 1)
                    .average()
                    .orElseThrow()));
  }

  private static boolean isCovered(TuneOutcome outcome) {
    return outcome.reportedGain().low() <= outcome.trueGain()
        && outcome.trueGain() <= outcome.reportedGain().high();
  }

  private static double share(List<TuneOutcome> outcomes, Predicate<TuneOutcome> which) {
    return (double) outcomes.stream().filter(which).count() / outcomes.size();
  }
}

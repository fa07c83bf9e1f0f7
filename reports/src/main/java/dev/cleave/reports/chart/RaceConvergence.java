package dev.cleave.reports.chart;

import dev.cleave.reports.chart.RaceData.Look;
import dev.cleave.reports.text.Figures;
import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.run.ClassSweep;
import java.util.List;
import java.util.Optional;

/** Candidates still measured and the bound of the regret, at each look of the sweep. */
final class RaceConvergence {
  private RaceConvergence() {}

  /** Empty where nothing was looked at. */
  static Optional<RaceData> of(ClassSweep sweep, double margin) {
    List<Look> looks =
        sweep.looks().stream()
            .map(look -> new Look(look.round(), look.survivors(), look.regretBound()))
            .toList();
    return looks.isEmpty() ? Optional.empty() : Optional.of(chart(sweep, looks, margin));
  }

  private static RaceData chart(ClassSweep sweep, List<Look> looks, double margin) {
    return new RaceData(
        "race-" + sweep.sizeClass() + "-" + sweep.cacheState(),
        "How the race went: candidates still measured, and the regret bound",
        Sentences.setting(sweep) + ", both clocks",
        "round",
        "candidates",
        "regret bound in %",
        margin,
        looks,
        List.of(
            "N = "
                + looks.size()
                + (looks.size() == 1 ? " look" : " looks")
                + " at the samples. Regret bound: what recommending the leader can cost at most, at"
                + " the sweep's confidence, by the clock that shows more; 100 % where nothing is"
                + " bounded yet. Dashed: the margin of "
                + Figures.percent(margin)
                + ". The default and its twin aren't counted."));
  }
}

package dev.cleave.bench.cli;

import dev.cleave.bench.tune.TuneOutlook;
import dev.cleave.engine.ByteSize;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.search.SweepPlan;
import java.util.List;
import java.util.Locale;

/** What {@code cleave tune --dry-run} prints. */
final class TuneOutlookText {
  private static final double PERCENT = 100;
  private static final int MOST_NAMES = 30;
  private static final double SECONDS_PER_MINUTE = 60;

  private TuneOutlookText() {}

  static String of(TuneOutlook outlook) {
    StringBuilder text = new StringBuilder();
    outlook.parts().forEach(part -> text.append(of(part)));
    outlook
        .without()
        .forEach(
            (kind, why) ->
                text.append("without ").append(kind).append(": ").append(why).append('\n'));
    if (!outlook.leftOut().isEmpty()) {
      text.append("not tuned, for want of time: ")
          .append(String.join(", ", outlook.leftOut()))
          .append('\n');
    }
    return text.append("nothing was tuned: --dry-run").toString();
  }

  private static String of(TuneOutlook.Part part) {
    SweepPlan plan = part.plan();
    return String.format(
            Locale.ROOT,
            "%s files, %s source: %s, %s of room%n",
            part.sizeClass(),
            part.cacheState(),
            part.data(),
            ByteSize.format(2 * part.data().bytes()))
        + String.format(
            Locale.ROOT,
            "  %d candidates, up to %d samples in the sweep, %.1f minutes, %s to be written%n",
            plan.candidates().size(),
            plan.rounds() * plan.candidates().size(),
            plan.expectedSeconds() / SECONDS_PER_MINUTE,
            ByteSize.format(plan.expectedBytesWritten()))
        + resolvable(plan)
        + "  candidates: "
        + names(plan.candidates())
        + "\n"
        + (plan.notTried().isEmpty()
            ? ""
            : "  not tried, for want of time: " + names(plan.notTried()) + "\n");
  }

  private static String resolvable(SweepPlan plan) {
    return plan.resolvable() < 1
        ? String.format(
            Locale.ROOT,
            "  two copies by one plan differ by %.1f %%: this machine can tell %.1f %% apart in that"
                + " time%n",
            PERCENT * plan.noise(),
            PERCENT * plan.resolvable())
        : "  at its noise this machine can tell no difference in that time\n";
  }

  private static String names(List<Candidate> candidates) {
    String first =
        String.join(" ", candidates.stream().limit(MOST_NAMES).map(Candidate::name).toList());
    int more = candidates.size() - MOST_NAMES;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}

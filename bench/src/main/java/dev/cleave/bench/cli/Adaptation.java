package dev.cleave.bench.cli;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SlicePlanner;
import dev.cleave.tuner.adapt.AdaptiveCopy;
import dev.cleave.tuner.adapt.Finding;
import dev.cleave.tuner.adapt.Learned;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.profile.CopySite;
import dev.cleave.tuner.profile.HintStore;
import dev.cleave.tuner.profile.PlanHint;
import dev.cleave.tuner.profile.ProfileKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code copy --adapt}: what an earlier copy between the devices has found, the search, and what
 * becomes of its findings. Its class is loaded only where the option is given.
 */
final class Adaptation {
  private static final int TASKS_PER_PROCESSOR = 4;
  private static final int MOST_TASKS = 16;

  private final HintStore hints;
  private final ProfileKey key;
  private final Clock clock;
  private final @Nullable PlanHint hint;
  private final boolean isLimited;
  private final AdaptiveCopy search;

  private Adaptation(
      HintStore hints, ProfileKey key, Clock clock, PlanOptions options, boolean isLimited) {
    this.hints = hints;
    this.key = key;
    this.clock = clock;
    this.isLimited = isLimited;
    this.hint = hints.find(key.source(), key.destination(), clock);
    this.search =
        new AdaptiveCopy(
            hint == null ? null : hint.plan(), mostTasks(), options::withWhatWasAskedFor);
  }

  /**
   * @param options whose fields stay as they are
   * @param isLimited whether the copy must keep to a rate: that isn't the devices'
   */
  static Adaptation of(
      Path source,
      Path target,
      Clock clock,
      PlanOptions options,
      boolean isLimited,
      Console console) {
    return new Adaptation(
        new HintStore(Homes.of(console).profiles()),
        CopySite.unstudied(source, target).key(),
        clock,
        options,
        isLimited);
  }

  private static int mostTasks() {
    return Math.min(MOST_TASKS, TASKS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
  }

  SlicePlanner slicePlanner() {
    return search;
  }

  @Nullable Learned learned() {
    return search.learned();
  }

  /** For {@code --explain}, before the copy. */
  String intent() {
    return "large files begin with their plan and try its neighbours on slices: --adapt; "
        + (hint == null
            ? "no earlier copy left a hint for " + key
            : "tried first: "
                + withoutWorkers(hint.plan())
                + ", the hint of a copy at "
                + Instant.ofEpochSecond(hint.epochSecond()));
  }

  /** For {@code --explain}, after the copy. */
  List<String> told() {
    Learned learned = learned();
    if (learned == null) {
      return List.of(
          "--adapt tried nothing: no file had 2GiB to be copied, or each was cloned or streamed");
    }
    List<String> lines = new ArrayList<>();
    for (Finding finding : learned.findings()) {
      lines.add("--adapt: " + told(finding));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "--adapt kept %s after %d slices of %.1f s%s%s",
            learned.plan(),
            learned.slices(),
            learned.seconds(),
            learned.plan().equals(learned.start())
                ? ", the plan it began with"
                : String.format(
                    Locale.ROOT, ", which looked %.2fx the plan it began with", learned.ratio()),
            learned.complete() ? "" : "; more of its neighbours were left to be tried"));
    return lines;
  }

  private static String told(Finding finding) {
    return String.format(
        Locale.ROOT,
        "%s: %.2fx (%.2f to %.2f, %d pairs of slices) the pace of %s: %s",
        finding.plan(),
        finding.ratio(),
        finding.low(),
        finding.high(),
        finding.pairs(),
        finding.against(),
        finding.ending());
  }

  private static CopyPlan withoutWorkers(CopyPlan plan) {
    return plan.withWorkers(1).withPreallocate(false);
  }

  /**
   * Keeps what was learned as a hint for the next such copy: where the search came to an end or to
   * another plan, and the devices set the pace.
   *
   * @return why it could not be kept; empty if all is well
   */
  String keepHint() {
    Learned learned = learned();
    boolean isWorthwhile =
        learned != null && (learned.complete() || !learned.plan().equals(learned.start()));
    if (learned == null || !isWorthwhile || isLimited) {
      return "";
    }
    try {
      hints.keep(
          new PlanHint(
              key.source(),
              key.destination(),
              clock,
              withoutWorkers(learned.plan()),
              learned.ratio(),
              System.currentTimeMillis() / 1000));
      return "";
    } catch (IOException | IllegalArgumentException e) {
      return "what --adapt learned can't be kept: " + e;
    }
  }
}

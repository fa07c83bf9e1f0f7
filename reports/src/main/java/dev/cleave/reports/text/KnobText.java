package dev.cleave.reports.text;

import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.KnobEffect;
import dev.cleave.tuner.search.KnobEffect.Effect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What matters here and what doesn't, in a line. */
public final class KnobText {
  private KnobText() {}

  /**
   * {@code Does not matter: chunk (large, cold, command clock). Matters: split depth (…)}; empty
   * where no knob was measured.
   */
  public static Optional<String> of(TuneRun run) {
    if (run.sweeps().stream().allMatch(sweep -> sweep.knobs().isEmpty())) {
      return Optional.empty();
    }
    String told =
        Stream.of(Effect.DOES_NOT_MATTER, Effect.MATTERS)
            .flatMap(effect -> of(run, effect).stream())
            .collect(Collectors.joining(" "));
    return Optional.of(told.isEmpty() ? "The samples don't say which knob matters." : told);
  }

  private static Optional<String> of(TuneRun run, Effect effect) {
    List<String> knobs =
        run.sweeps().stream()
            .flatMap(
                sweep ->
                    sweep.knobs().stream()
                        .filter(knob -> knob.effect() == effect)
                        .map(knob -> knob.knob() + " (" + where(sweep, knob) + ")"))
            .toList();
    String what = effect == Effect.MATTERS ? "Matters: " : "Does not matter: ";
    return knobs.isEmpty() ? Optional.empty() : Optional.of(what + String.join(", ", knobs) + ".");
  }

  private static String where(ClassSweep sweep, KnobEffect knob) {
    return sweep.sizeClass() + ", " + sweep.cacheState() + ", " + knob.clock() + " clock";
  }
}

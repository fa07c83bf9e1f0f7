package dev.cleave.reports.html;

import static dev.cleave.reports.html.Html.element;
import static dev.cleave.reports.html.Html.text;

import dev.cleave.reports.text.Figures;
import dev.cleave.reports.text.KnobText;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.KnobEffect;
import java.util.List;
import java.util.stream.Stream;

/** What matters here and what doesn't: the effect of each knob around the recommended plan. */
final class KnobFindings {
  private static final List<String> HEADER =
      List.of("files", "clock", "knob", "values", "best over worst [95 %]", "finding");
  private static final List<Boolean> NUMERIC = List.of(false, false, false, true, true, false);

  private KnobFindings() {}

  static Html section(TuneRun run) {
    List<List<Html>> rows = run.sweeps().stream().flatMap(KnobFindings::rows).toList();
    return KnobText.of(run)
        .map(
            told ->
                Html.section(
                    "What matters here, and what does not",
                    element("p", told),
                    Html.details("Every knob", Html.table(HEADER, NUMERIC, rows))))
        .orElse(Html.NOTHING);
  }

  private static String files(ClassSweep sweep) {
    return sweep.sizeClass() + ", " + sweep.cacheState();
  }

  private static Stream<List<Html>> rows(ClassSweep sweep) {
    return sweep.knobs().stream()
        .map(
            knob ->
                List.of(
                    text(files(sweep)),
                    text(knob.clock().toString()),
                    text(knob.knob()),
                    text(Integer.toString(knob.values())),
                    text(
                        Figures.times(knob.range().ratio())
                            + " ["
                            + Figures.ends(knob.range())
                            + "]"),
                    text(finding(knob.effect()))));
  }

  private static String finding(KnobEffect.Effect effect) {
    return switch (effect) {
      case MATTERS -> "matters";
      case DOES_NOT_MATTER -> "does not matter";
      case UNCLEAR -> "the samples don't say";
    };
  }
}

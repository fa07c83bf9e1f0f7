package dev.cleave.reports.html;

import static dev.cleave.reports.html.Html.all;
import static dev.cleave.reports.html.Html.element;
import static dev.cleave.reports.html.Html.styled;
import static dev.cleave.reports.html.Html.text;

import dev.cleave.engine.ByteSize;
import dev.cleave.reports.text.Doubt;
import dev.cleave.reports.text.Figures;
import dev.cleave.reports.text.Limits;
import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.Recommendation;
import dev.cleave.tuner.search.Verdict;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** What the run found, at the top of the page. */
final class Findings {
  private Findings() {}

  static Html header(TuneRun run) {
    String what =
        run.source().path().equals(run.destination().path())
            ? run.destination().path()
            : run.source().path() + " to " + run.destination().path();
    return element(
        "header",
        all(
            element("h1", "Cleave tuned " + what),
            lead(run),
            styled("p", "quiet", text(facts(run))),
            warnings(run.warnings()),
            doubts(Doubt.allOf(run))));
  }

  /** The run in one sentence: the first decision that has the verdict of the whole. */
  private static Html lead(TuneRun run) {
    return run.sweeps().stream()
        .flatMap(
            sweep ->
                sweep.recommendations().entrySet().stream()
                    .filter(found -> found.getValue().verdict() == run.verdict())
                    .map(f -> Sentences.recommendation(sweep, f.getKey(), f.getValue())))
        .findFirst()
        .map(sentence -> styled("p", "lead", all(verdict(run.verdict()), text(sentence))))
        .orElseGet(() -> styled("p", "lead", verdict(run.verdict())));
  }

  private static Html verdict(Verdict verdict) {
    String classes = "verdict " + verdict.toString().toLowerCase(Locale.ROOT);
    return styled("span", classes, text(verdict.toString()));
  }

  private static String facts(TuneRun run) {
    return String.join(
        " · ",
        run.started().truncatedTo(ChronoUnit.SECONDS).toString(),
        run.environment().hostName(),
        run.destination().fileSystem() + " on " + run.destination().deviceClass(),
        Sentences.settings(run),
        "took " + Figures.seconds(run.elapsedSeconds()),
        "wrote " + ByteSize.format(run.bytesWritten()),
        "noise " + Figures.percent(run.noise()));
  }

  static Html warnings(List<String> warnings) {
    return all(warnings.stream().map(w -> styled("p", "warning", text("Warning: " + w))).toList());
  }

  static Html doubts(List<Doubt> doubts) {
    return warnings(doubts.stream().map(Doubt::sentence).toList());
  }

  static Html recommendations(TuneRun run) {
    List<Html> cards =
        run.sweeps().stream()
            .flatMap(
                sweep ->
                    sweep.recommendations().entrySet().stream()
                        .map(found -> card(sweep, found.getKey(), found.getValue())))
            .toList();
    return Html.section("Recommendation", all(cards));
  }

  private static Html card(ClassSweep sweep, Clock clock, Recommendation found) {
    return styled(
        "div",
        "card",
        all(
            verdict(found.verdict()),
            element("p", Sentences.recommendation(sweep, clock, found)),
            styled("p", "quiet", text(found.why()))));
  }

  /** What limits, as far as the copies tell. */
  static Html limits(TuneRun run) {
    List<Html> paragraphs =
        Limits.allOf(run).stream().map(limits -> element("p", limits.paragraph())).toList();
    return paragraphs.isEmpty() ? Html.NOTHING : Html.section("What limits", all(paragraphs));
  }

  static Html notTried(TuneRun run) {
    return all(run.sweeps().stream().map(Findings::notTried).toList());
  }

  private static Html notTried(ClassSweep sweep) {
    return sweep.notTried().isEmpty()
        ? Html.NOTHING
        : Html.section(
            Sentences.capitalized(
                sweep.sizeClass()
                    + " files: not tried, for want of time ("
                    + sweep.notTried().size()
                    + ")"),
            Html.details("Which", element("p", String.join(", ", sweep.notTried()))));
  }
}

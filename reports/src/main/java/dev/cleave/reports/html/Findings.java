package dev.cleave.reports.html;

import static dev.cleave.reports.html.Html.all;
import static dev.cleave.reports.html.Html.element;
import static dev.cleave.reports.html.Html.styled;
import static dev.cleave.reports.html.Html.text;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.SizeClass;
import dev.cleave.reports.text.Figures;
import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.Recommendation;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

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
            styled("p", "quiet", text(facts(run))),
            warnings(run.warnings())));
  }

  private static String facts(TuneRun run) {
    return String.join(
        " · ",
        run.started().toString(),
        run.environment().hostName(),
        run.destination().fileSystem() + " on " + run.destination().deviceClass(),
        Sentences.setting(run),
        "took " + Figures.seconds(run.elapsedSeconds()),
        "wrote " + ByteSize.format(run.bytesWritten()),
        "noise " + Figures.percent(run.noise()));
  }

  static Html warnings(List<String> warnings) {
    return all(warnings.stream().map(w -> styled("p", "warning", text("Warning: " + w))).toList());
  }

  static Html recommendations(TuneRun run) {
    List<Html> cards =
        new TreeMap<>(run.classes())
            .entrySet().stream()
                .flatMap(
                    sizeClass ->
                        new TreeMap<>(sizeClass.getValue())
                            .entrySet().stream()
                                .map(f -> card(sizeClass.getKey(), f.getKey(), f.getValue())))
                .toList();
    return Html.section("Recommendation", all(cards));
  }

  private static Html card(SizeClass sizeClass, Clock clock, Recommendation found) {
    String verdict = found.verdict().toString();
    return styled(
        "div",
        "card",
        all(
            styled("span", "verdict " + verdict.toLowerCase(Locale.ROOT), text(verdict)),
            element("p", Sentences.recommendation(sizeClass, clock, found)),
            styled("p", "quiet", text(found.why()))));
  }

  static Html notTried(TuneRun run) {
    return run.notTried().isEmpty()
        ? Html.NOTHING
        : Html.section(
            "Not tried, for want of time (" + run.notTried().size() + ")",
            element("p", String.join(", ", run.notTried())));
  }
}

package dev.cleave.bench.cli;

import dev.cleave.reports.text.Figures;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.search.SweepPlan;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far one part of a tune has come, in four lines of at most {@value #COLUMNS} columns: place
 * and time left; survivors and noise; the best so far; the last sample.
 */
final class TuneView {
  private static final int COLUMNS = 79; // a cursor behind the 80th would wrap
  private static final int BAR_COLUMNS = 12;
  private static final double PERCENT = 100;

  private final String part;
  private final TerminalColour colour;
  private final SweepStandings standings = new SweepStandings();
  private double noise = Double.NaN;
  private int candidates;
  private int survivors;
  private @Nullable Round round;
  private double secondsAtStart = Double.NaN;
  private double secondsLeft = Double.NaN;
  private int samples;
  private int invalid;
  private @Nullable Sample last;

  TuneView(String part, TerminalColour colour) {
    this.part = part;
    this.colour = colour;
  }

  void planned(SweepPlan plan) {
    noise = plan.noise();
    candidates = underTest(plan.candidates());
    survivors = candidates;
  }

  void roundStarted(Round next, double left) {
    if (next.phase() == Phase.SWEEP) {
      survivors = underTest(next.order());
    }
    round = next;
    timeIs(left);
  }

  void sampleTaken(Sample sample, double left) {
    standings.add(sample);
    samples++;
    invalid += sample.isValid() ? 0 : 1;
    last = sample;
    timeIs(left);
  }

  private void timeIs(double left) {
    secondsAtStart = Double.isNaN(secondsAtStart) ? left : secondsAtStart;
    secondsLeft = left;
  }

  private static int underTest(List<Candidate> all) {
    return (int)
        all.stream()
            .filter(it -> !it.name().equals(Candidate.BASELINE))
            .filter(it -> !it.name().equals(Candidate.TWIN))
            .count();
  }

  List<String> lines() {
    return List.of(place(), field(), best(), lastSample());
  }

  private String place() {
    double share = secondsAtStart > 0 ? 1 - secondsLeft / secondsAtStart : 0;
    int done = (int) Math.clamp(Math.floor(BAR_COLUMNS * share), 0, BAR_COLUMNS);
    String where = round == null ? part : part + ", " + round.phase() + ", round " + round.number();
    String time =
        String.format(
            Locale.ROOT,
            " %3.0f %%, %s left",
            PERCENT * Math.clamp(share, 0, 1),
            minutes(Math.max(0, secondsLeft)));
    int room = COLUMNS - BAR_COLUMNS - 3 - time.length();
    return cut(where, room)
        + " ["
        + colour.green("#".repeat(done))
        + ".".repeat(BAR_COLUMNS - done)
        + "]"
        + time;
  }

  private String field() {
    double shown = Double.isNaN(standings.noise()) ? noise : standings.noise();
    String text = candidates == 0 ? "" : survivors + " of " + candidates + " candidates left, ";
    text +=
        Double.isNaN(shown)
            ? "noise not known yet"
            : String.format(Locale.ROOT, "noise %.1f %%", PERCENT * shown);
    return cut(text + ", " + samples + " samples", COLUMNS - 20)
        + (invalid == 0 ? "" : colour.red(", " + invalid + " invalid"));
  }

  private String best() {
    return cut(
        "best so far: "
            + standings
                .best()
                .map(
                    best ->
                        best.ratio() <= 1
                            ? "the default; behind it " + standing(best)
                            : standing(best))
                .orElse("not known yet"),
        COLUMNS);
  }

  private static String standing(SweepStandings.Standing best) {
    return String.format(
        Locale.ROOT,
        "%s, %.2fx the default in %d rounds",
        best.candidate(),
        best.ratio(),
        best.rounds());
  }

  private String lastSample() {
    if (last == null) {
      return "";
    }
    String text =
        "last: "
            + last.candidate()
            + " "
            + rate(last, Clock.COMMAND)
            + ", durable "
            + rate(last, Clock.DURABLE);
    return last.isValid()
        ? cut(text, COLUMNS)
        : colour.red(cut(text + ", INVALID: " + last.invalid().getFirst(), COLUMNS));
  }

  private static String rate(Sample sample, Clock clock) {
    return Figures.mebibytes(sample.bytesPerSecond(clock)) + " MiB/s";
  }

  private static String minutes(double seconds) {
    if (Double.isNaN(seconds)) {
      return "?";
    }
    long whole = Math.round(seconds);
    return whole < 60 ? whole + "s" : whole / 60 + "m " + whole % 60 + "s";
  }

  private static String cut(String text, int columns) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= columns ? line : line.substring(0, columns - 1) + "…";
  }
}

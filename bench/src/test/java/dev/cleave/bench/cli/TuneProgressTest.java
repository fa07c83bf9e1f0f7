package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Evidence;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.search.SweepPlan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TuneProgressTest {
  private static final Candidate DEFAULT = new Candidate(Candidate.BASELINE, CopyPlan.SEQUENTIAL);
  private static final Candidate TWIN = new Candidate(Candidate.TWIN, CopyPlan.SEQUENTIAL);
  private static final Candidate FAST =
      new Candidate("nio-d2", CopyPlan.SEQUENTIAL.withSplitDepth(2));
  private static final Candidate SLOW =
      new Candidate("nio-d1", CopyPlan.SEQUENTIAL.withSplitDepth(1));
  private static final String COLOUR = "\u001b[32m";

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void theViewHoldsTimeSurvivorsNoiseAndTheBest() {
    assertThat(afterTwoRounds(TerminalColour.of(console(false, Map.of()))).lines())
        .containsExactly(
            "large files, cold source, sweep, round 2 [######......]  50 %, 1m 30s left",
            "1 of 2 candidates left, noise 1.4 %, 7 samples",
            "best so far: nio-d2, 1.50x the default in 2 rounds",
            "last: nio-d2 150 MiB/s, durable 150 MiB/s");
  }

  @Test
  void noLineOfTheViewIsLongerThanATerminalIsWide() {
    TuneView view = new TuneView("p".repeat(300), TerminalColour.of(console(false, Map.of())));
    Candidate long_ = new Candidate("c".repeat(200), CopyPlan.SEQUENTIAL);
    for (int number = 1; number < 4; number++) {
      Round round = round(number, DEFAULT, TWIN, long_);
      view.roundStarted(round, 100_000);
      view.sampleTaken(sample(round, 0, 1, "i".repeat(300)), 100_000);
      view.sampleTaken(sample(round, 1, 1), 100_000);
      view.sampleTaken(sample(round, 2, 1), 100_000);
    }
    assertThat(view.lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(79));
  }

  @Test
  void aTerminalShowsTheViewInColourUnlessNoColorIsSet() {
    assertThat(progress(true, Map.of("TERM", "xterm")))
        .contains("best so far: nio-d2")
        .contains(COLOUR)
        .contains("\u001b[3A"); // back to the first of four lines
    assertThat(progress(true, Map.of("TERM", "xterm", "NO_COLOR", "1")))
        .contains("best so far: nio-d2")
        .doesNotContain("\u001b[32m");
    assertThat(progress(true, Map.of("TERM", "xterm", "NO_COLOR", ""))).contains(COLOUR);
    assertThat(progress(true, Map.of("TERM", "dumb"))).doesNotContain(COLOUR);
  }

  @Test
  void elsewhereThereArePlainLinesForEachPhase() {
    assertThat(progress(false, Map.of("TERM", "xterm")))
        .doesNotContain("\u001b")
        .doesNotContain("best so far")
        .startsWith("cleave: large files, cold source: 4 candidates, about 6 rounds, 180 s, ")
        .endsWith("cleave: large files, cold source: confirm, 60 s left\n")
        .hasLineCount(3);
  }

  private String progress(boolean terminal, Map<String, String> environment) {
    said.reset();
    try (TuneProgress progress =
        new TuneProgress(console(terminal, environment), new CommonOptions())) {
      progress.tuning("large files, cold source");
      progress.planned(plan());
      for (int number = 1; number < 4; number++) {
        Round round = round(number, DEFAULT, TWIN, FAST);
        progress.roundStarted(round, 180 - 20 * number);
        for (int position = 0; position < 3; position++) {
          progress.sampleTaken(sample(round, position, position < 2 ? 1 : 0.5), 180 - 20 * number);
        }
      }
      progress.roundStarted(
          new Round(4, Phase.CONFIRM, SizeClass.LARGE, List.of(DEFAULT, FAST)), 60);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  private static TuneView afterTwoRounds(TerminalColour colour) {
    TuneView view = new TuneView("large files, cold source", colour);
    view.planned(plan());
    Round first = round(1, DEFAULT, TWIN, FAST, SLOW);
    view.roundStarted(first, 180);
    view.sampleTaken(sample(first, 0, 1), 175);
    view.sampleTaken(sample(first, 1, Math.exp(0.01)), 170);
    view.sampleTaken(sample(first, 2, 1 / 1.5), 165);
    view.sampleTaken(sample(first, 3, 2), 160);
    Round second = round(2, DEFAULT, TWIN, FAST);
    view.roundStarted(second, 160);
    view.sampleTaken(sample(second, 0, 1), 130);
    view.sampleTaken(sample(second, 1, Math.exp(-0.01)), 120);
    view.sampleTaken(sample(second, 2, 1 / 1.5), 90);
    return view;
  }

  private static SweepPlan plan() {
    return new SweepPlan(List.of(DEFAULT, TWIN, FAST, SLOW), List.of(), 6, 20, 180, 0, 0.03, 0.04);
  }

  private static Round round(int number, Candidate... order) {
    return new Round(number, Phase.SWEEP, SizeClass.LARGE, List.of(order));
  }

  private static Sample sample(Round round, int position, double seconds, String... invalid) {
    Candidate candidate = round.order().get(position);
    return new Sample(
        round.number(),
        position,
        round.phase(),
        candidate.name(),
        round.sizeClass(),
        candidate.plan(),
        candidate.plan(),
        100L << 20,
        seconds,
        seconds,
        new Evidence(CacheState.COLD, null, null, 0, true),
        List.of(),
        List.of(invalid));
  }

  private Console console(boolean terminal, Map<String, String> environment) {
    return new Console(
        new ByteArrayInputStream(new byte[0]),
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
        new PrintStream(said, true, StandardCharsets.UTF_8),
        new HashMap<>(environment),
        "cleave",
        terminal);
  }
}

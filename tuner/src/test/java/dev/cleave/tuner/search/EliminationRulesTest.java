package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Evidence;
import dev.cleave.tuner.measure.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who stays: by {@link ProvenWorse} and by {@link SlowestThird}. */
class EliminationRulesTest {
  /** Of rising cost. */
  private static final List<Candidate> RIVALS =
      IntStream.rangeClosed(0, 6)
          .mapToObj(depth -> SweepFixture.candidate(CopyPlan.SEQUENTIAL.withSplitDepth(depth)))
          .toList();

  private static final Candidate FASTEST = RIVALS.get(3);
  private static final Candidate CHEAPER = RIVALS.get(2);
  private static final Candidate DEARER = RIVALS.get(4);

  @Test
  void aRaceDropsWhatIsProvenWorseByMoreThanTheMargin() {
    Look look = look(12, 0.01, allTake(0.9, Map.of(FASTEST, 0.6)));

    assertThat(new ProvenWorse().staying(look)).containsExactly(FASTEST);
  }

  @Test
  void aRaceKeepsWhatMayBeWithinTheMargin() {
    Look look = look(3, 0.05, allTake(0.62, Map.of(FASTEST, 0.6)));

    assertThat(new ProvenWorse().staying(look)).containsAll(RIVALS);
  }

  @Test
  void aRaceDropsADearerPlanThatCannotBeatTheLeaderByTheMargin() {
    Look look = look(12, 0.005, allTake(0.9, Map.of(CHEAPER, 0.601, FASTEST, 0.6, DEARER, 0.601)));

    assertThat(new ProvenWorse().staying(look)).contains(CHEAPER, FASTEST).doesNotContain(DEARER);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6})
  void halvingDropsTheSlowestThird(int rounds) {
    Map<Candidate, Double> seconds = new HashMap<>();
    for (int place = 0; place < RIVALS.size(); place++) {
      seconds.put(RIVALS.get(place), 0.9 + 0.03 * place);
    }

    assertThat(new SlowestThird().staying(look(rounds, 0.002, seconds)))
        .contains(RIVALS.get(0), RIVALS.get(1), RIVALS.get(2))
        .doesNotContain(RIVALS.get(5), RIVALS.get(6))
        .hasSizeBetween(3, 5);
  }

  @Test
  void halvingKeepsTheThreeFastestHoweverFarBehind() {
    Look look = look(12, 0.005, allTake(0.9, Map.of(FASTEST, 0.2)));

    assertThat(new SlowestThird().staying(look)).contains(FASTEST).hasSize(3);
  }

  @Test
  void whoIsWantedByOneClockStaysForBoth() {
    List<Sample> samples = new ArrayList<>();
    for (Sample sample :
        SweepFixture.samples(candidates(), 12, 0.005, allTake(0.9, Map.of(FASTEST, 0.6)))) {
      samples.add(sample.candidate().equals(DEARER.name()) ? durableAtOnce(sample) : sample);
    }

    Look look = Look.at(1, candidates(), samples, 0.03, ErrorBudget.ONE_CLASS);

    assertThat(look.standings(Clock.COMMAND).leader()).isEqualTo(FASTEST);
    assertThat(look.standings(Clock.DURABLE).leader()).isEqualTo(DEARER);
    assertThat(new ProvenWorse().staying(look)).containsExactlyInAnyOrder(FASTEST, DEARER);
    assertThat(new SlowestThird().staying(look)).contains(FASTEST, DEARER);
  }

  /** At the same time under the command clock that others need for 0.65 of their durable one. */
  private static Sample durableAtOnce(Sample sample) {
    Evidence evidence = sample.evidence();
    return new Sample(
        sample.round(),
        sample.position(),
        sample.phase(),
        sample.candidate(),
        sample.sizeClass(),
        sample.asked(),
        sample.used(),
        sample.bytes(),
        0.63 * sample.commandSeconds() / 0.9,
        0.63 * sample.commandSeconds() / 0.9,
        evidence,
        sample.warnings(),
        sample.invalid());
  }

  private static Map<Candidate, Double> allTake(double seconds, Map<Candidate, Double> but) {
    Map<Candidate, Double> all = new HashMap<>();
    RIVALS.forEach(rival -> all.put(rival, seconds));
    all.putAll(but);
    return all;
  }

  private static Look look(int rounds, double noise, Map<Candidate, Double> seconds) {
    return Look.at(
        1,
        candidates(),
        SweepFixture.samples(candidates(), rounds, noise, seconds),
        0.03,
        ErrorBudget.ONE_CLASS);
  }

  private static List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(Candidate.BASELINE, CopyPlan.SEED));
    candidates.add(new Candidate(Candidate.TWIN, CopyPlan.SEED));
    candidates.addAll(RIVALS);
    return candidates;
  }
}

package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.search.KnobEffect.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class KnobEffectsTest {
  private static final List<Candidate> CANDIDATES =
      SearchSpace.around(
              CopyPlan.SEQUENTIAL,
              List.of(
                  CopyPlan.SEQUENTIAL.withSplitDepth(1),
                  CopyPlan.SEQUENTIAL.withSplitDepth(2),
                  CopyPlan.SEQUENTIAL.withChunkBytes(4 * ByteSize.MIB),
                  CopyPlan.SEQUENTIAL.withChunkBytes(4 * ByteSize.MIB).withSplitDepth(2),
                  CopyPlan.SEQUENTIAL.withBackend(BackendKind.KERNEL)))
          .candidates();

  @Test
  void comparesThePlansThatDifferInThatKnobAlone() {
    List<KnobEffect> effects =
        around(CopyPlan.SEQUENTIAL, 0.002, plan -> plan.splitDepth() == 2 ? 0.5 : 1);

    KnobEffect splitDepth = effects.get(1);
    assertThat(splitDepth.knob()).isEqualTo("split depth");
    assertThat(splitDepth.values()).isEqualTo(3);
    assertThat(splitDepth.range().ratio()).isCloseTo(2, within(0.02));
    assertThat(splitDepth.effect()).isEqualTo(Effect.MATTERS);
  }

  @Test
  void reportsEveryKnobThatWasTurnedAndNoOther() {
    assertThat(around(CopyPlan.SEQUENTIAL, 0.002, plan -> 1))
        .extracting(KnobEffect::knob)
        .containsExactly("backend", "split depth", "chunk");
    assertThat(around(CopyPlan.SEQUENTIAL.withSplitDepth(2), 0.002, plan -> 1))
        .extracting(KnobEffect::knob)
        .containsExactly("split depth", "chunk");
  }

  @Test
  void aKnobThatIsProvenToDoNothingDoesNotMatter() {
    assertThat(around(CopyPlan.SEQUENTIAL, 0.002, plan -> 1))
        .extracting(KnobEffect::effect)
        .containsOnly(Effect.DOES_NOT_MATTER);
  }

  @Test
  void noiseLeavesItUnclear() {
    assertThat(around(CopyPlan.SEQUENTIAL, 0.2, plan -> 1))
        .extracting(KnobEffect::effect)
        .contains(Effect.UNCLEAR)
        .doesNotContain(Effect.DOES_NOT_MATTER);
  }

  /** The fastest over the slowest of several is above 1 though they are all the same. */
  @Test
  void theIntervalAllowsForHavingPickedTheExtremes() {
    KnobEffect splitDepth = around(CopyPlan.SEQUENTIAL, 0.02, plan -> 1).get(1);

    assertThat(splitDepth.range().ratio()).isGreaterThan(1);
    assertThat(splitDepth.range().low()).isLessThan(1);
    assertThat(splitDepth.effect()).isNotEqualTo(Effect.MATTERS);
  }

  private static List<KnobEffect> around(
      CopyPlan plan, double noise, ToDoubleFunction<CopyPlan> seconds) {
    Map<Candidate, Double> all = new HashMap<>();
    CANDIDATES.forEach(it -> all.put(it, seconds.applyAsDouble(it.plan())));
    return new KnobEffects(
            CANDIDATES, SweepFixture.samples(CANDIDATES, 12, noise, all), Clock.COMMAND, 0.03)
        .around(plan);
  }
}

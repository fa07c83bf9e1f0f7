package dev.cleave.tuner.search;

import static dev.cleave.tuner.measure.SampleFixture.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.search.KnobEffect.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class KnobEffectsTest {
  private static final CopyPlan PLAN = CopyPlan.SEQUENTIAL;
  private static final List<Candidate> CANDIDATES =
      SearchSpace.around(
              PLAN,
              List.of(
                  PLAN.withSplitDepth(1),
                  PLAN.withSplitDepth(2),
                  PLAN.withChunkBytes(4 * ByteSize.MIB),
                  PLAN.withChunkBytes(16 * ByteSize.MIB),
                  PLAN.withBackend(BackendKind.KERNEL).withSplitDepth(1)))
          .candidates();

  @Test
  void tellsTheKnobThatMattersFromTheOneThatDoesNot() {
    List<KnobEffect> effects = effects(0.002, 12, plan -> plan.splitDepth() == 2 ? 0.7 : 1);

    assertThat(effects).extracting(KnobEffect::knob).containsExactly("split depth", "chunk");
    KnobEffect splitDepth = effects.getFirst();
    assertThat(splitDepth.effect()).isEqualTo(Effect.MATTERS);
    assertThat(splitDepth.values()).isEqualTo(3);
    assertThat(splitDepth.range().ratio()).isBetween(1.4, 1.46);
    assertThat(effects.getLast().effect()).isEqualTo(Effect.DOES_NOT_MATTER);
  }

  @Test
  void saysNothingThatTheSamplesDoNotShow() {
    assertThat(effects(0.2, 4, plan -> 1))
        .isNotEmpty()
        .allMatch(effect -> effect.effect() == Effect.UNCLEAR);
    assertThat(effects(0.2, 0, plan -> 1)).isEmpty();
  }

  private static List<KnobEffect> effects(
      double noise, int rounds, ToDoubleFunction<CopyPlan> seconds) {
    Random random = new Random(9);
    List<Sample> samples = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      int position = 0;
      for (Candidate candidate : CANDIDATES) {
        double disturbed =
            seconds.applyAsDouble(candidate.plan()) * Math.exp(noise * random.nextGaussian());
        samples.add(sample(round, position++, candidate.name(), disturbed));
      }
    }
    return new KnobEffects(CANDIDATES, samples, Clock.COMMAND, 0.03).around(PLAN);
  }
}

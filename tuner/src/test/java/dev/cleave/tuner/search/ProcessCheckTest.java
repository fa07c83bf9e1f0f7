package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.simulate.VirtualClock;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ProcessCheckTest {
  private static double kneeSeconds(CopyPlan plan) {
    return plan.splitDepth() == 2 ? 0.75 : 1;
  }

  @Test
  void looksAtAConfirmedPlanThroughTheWholeProcess() throws Exception {
    Findings found = run(ProcessCheckTest::kneeSeconds);

    Recommendation durable = found.recommendation(Clock.DURABLE);
    assertThat(durable.verdict()).isEqualTo(Verdict.TUNED);
    assertThat(durable.why()).contains("; as a whole process it is 1.");
    assertThat(found.samples())
        .extracting(Sample::phase)
        .contains(Phase.PROCESS)
        .endsWith(Phase.GAIN);
  }

  @Test
  void takesBackAPlanThatIsSlowerThere() throws Exception {
    Findings found = run(plan -> plan.splitDepth() == 2 ? 1.4 : 1);

    for (Recommendation recommendation : found.recommendations().values()) {
      assertThat(recommendation.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(recommendation.plan()).isEqualTo(CopyPlan.SEQUENTIAL);
      assertThat(recommendation.why()).contains("as a whole process it is 0.7");
    }
    assertThat(found.samples()).extracting(Sample::phase).doesNotContain(Phase.GAIN);
  }

  private static Findings run(ToDoubleFunction<CopyPlan> asAProcess) throws Exception {
    KnownTune tune = KnownTune.of(ProcessCheckTest::kneeSeconds, 52);
    VirtualClock clock = new VirtualClock();
    Measurer workers = tune.device(clock);
    Measurer processes = KnownTune.of(asAProcess, 53).device(clock);
    Measurer both =
        (round, sampleTaken) ->
            (round.phase() == Phase.PROCESS ? processes : workers).measure(round, sampleTaken);
    return tune.run(clock, both, TuneListener.SILENT);
  }
}

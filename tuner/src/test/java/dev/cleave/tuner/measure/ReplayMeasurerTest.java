package dev.cleave.tuner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayMeasurerTest {
  private static final Candidate A = new Candidate("a", CopyPlan.SEQUENTIAL);
  private static final Candidate B = new Candidate("b", CopyPlan.SEED);

  private final ReplayMeasurer replay =
      new ReplayMeasurer(
          List.of(
              SampleFixture.sample(1, 0, "a", 1),
              SampleFixture.sample(1, 1, "b", 2),
              SampleFixture.sample(2, 0, "a", 3)));

  @Test
  void givesEachCandidatesSamplesInTheirOrder() throws IOException {
    List<Sample> taken = new ArrayList<>();

    replay.measure(new Round(8, Phase.CONFIRM, SizeClass.LARGE, List.of(B, A, A)), taken::add);

    assertThat(taken).extracting(Sample::candidate).containsExactly("b", "a", "a");
    assertThat(taken).extracting(Sample::commandSeconds).containsExactly(2.0, 1.0, 3.0);
    assertThat(taken).extracting(Sample::position).containsExactly(0, 1, 2);
    assertThat(taken).allMatch(sample -> sample.round() == 8 && sample.phase() == Phase.CONFIRM);
  }

  @Test
  void saysWhatTheRecordingLacks() {
    List<Sample> taken = new ArrayList<>();
    Round round = new Round(9, Phase.SWEEP, SizeClass.LARGE, List.of(B, B));

    assertThatThrownBy(() -> replay.measure(round, taken::add))
        .isInstanceOf(IOException.class)
        .hasMessage("the recording has no further sample of b, which round 9 asks for");
    assertThat(taken).hasSize(1);
  }
}

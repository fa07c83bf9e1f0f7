package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.measure.CacheState;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImpossibleSampleTest {
  private final JudgedSamples sample = new JudgedSamples();

  @Test
  void aSoundSampleIsUsed() {
    assertThat(reasons()).isEmpty();
  }

  @Test
  void nothingIsFasterThanMemory() {
    sample.commandSeconds = 0.03;
    assertThat(reasons())
        .containsExactly("faster than memory: 8.9 GB/s, and memory copies 8.0 GB/s");
  }

  @Test
  void aColdReadMovesSectors() {
    sample.read = new DiskTraffic(JudgedSamples.BYTES / 2, 0, 1, 0);
    assertThat(reasons()).containsExactly("not cold: of 256MiB the device read only 128MiB");
    sample.cacheState = CacheState.WARM;
    assertThat(reasons()).isEmpty();
    sample.cacheState = CacheState.COLD;
    sample.read = null; // no device is read
    assertThat(reasons()).isEmpty();
  }

  @Test
  void aCloneIsNoCopy() {
    sample.shared = 4096L;
    assertThat(reasons())
        .containsExactly("shared extents: 4KiB of the copy are another file's blocks");
    sample.shared = null;
    assertThat(reasons()).isEmpty();
  }

  @Test
  void whatRanIsWhatWasAsked() {
    sample.used = CopyPlan.SEQUENTIAL.withBackend(BackendKind.DIRECT);
    assertThat(reasons()).singleElement().asString().startsWith("other plan: ran direct");
  }

  @Test
  void aCopyIsEqualToItsSource() {
    sample.verified = false;
    assertThat(reasons()).containsExactly("not verified: the copy differs from its source");
  }

  private List<String> reasons() {
    return ImpossibleSample.reasons(sample.facts());
  }
}

package dev.cleave.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bench.trial.SourceData;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhMeasurerTest {
  private static final long BYTES = 3 * ByteSize.MIB + 5;

  @TempDir Path directory;

  @Test
  void takesTheSamplesOfARoundInItsOrder() throws IOException {
    Path targets = Files.createDirectory(directory.resolve("targets"));
    Path work = Files.createDirectory(directory.resolve("work"));
    SourceData source = SourceData.generate(directory.resolve("data"), BYTES, 7, count -> {});
    JmhMeasurer measurer =
        new JmhMeasurer(source, targets, work, List.of(), CacheState.COLD, CopyPlan.SEQUENTIAL);
    Candidate small = new Candidate("small", CopyPlan.SEQUENTIAL.withChunkBytes(64 * ByteSize.KIB));
    Candidate baseline = new Candidate(Candidate.BASELINE, CopyPlan.SEQUENTIAL);
    List<Sample> samples = new ArrayList<>();
    measurer.measure(
        new Round(3, Phase.SWEEP, SizeClass.LARGE, List.of(small, baseline, small)), samples::add);
    assertThat(samples).extracting(Sample::candidate).containsExactly("small", "default", "small");
    assertThat(samples).extracting(Sample::position).containsExactly(0, 1, 2);
    assertThat(samples).extracting(Sample::bytes).containsOnly(BYTES);
    assertThat(samples).allMatch(Sample::isValid).allMatch(it -> it.evidence().verified());
    assertThat(targets).isEmptyDirectory();
    assertThat(work).isEmptyDirectory();
  }
}

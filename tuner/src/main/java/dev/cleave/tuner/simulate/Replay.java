package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A recorded sweep as a surface that strategies are scored on.
 *
 * @param name of the run, size class and cache state
 * @param noise that was measured there
 */
public record Replay(String name, double noise, SearchSpace space, List<Sample> samples) {
  public Replay {
    samples = List.copyOf(samples);
  }

  /** The sweeps of a run of which at least three candidates have valid samples. */
  public static List<Replay> of(TuneRun run) {
    List<Replay> replays = new ArrayList<>();
    for (ClassSweep sweep : run.sweeps()) {
      List<Sample> samples = samples(run, sweep);
      Set<CopyPlan> sampled = samples.stream().map(Sample::asked).collect(Collectors.toSet());
      List<Candidate> candidates =
          sweep.candidates().stream().filter(it -> sampled.contains(it.plan())).toList();
      if (candidates.size() > 2 && candidates.getFirst().name().equals(Candidate.BASELINE)) {
        String name = run.id() + "/" + sweep.sizeClass() + "/" + sweep.cacheState();
        replays.add(new Replay(name, sweep.noise(), new SearchSpace(candidates), samples));
      }
    }
    return replays;
  }

  private static List<Sample> samples(TuneRun run, ClassSweep sweep) {
    return run.samples().stream()
        .filter(Sample::isValid)
        .filter(sample -> sample.phase() == Phase.SWEEP)
        .filter(sample -> sample.sizeClass() == sweep.sizeClass())
        .filter(sample -> sample.evidence().cacheState() == sweep.cacheState())
        .toList();
  }

  RecordedDevice device(VirtualClock clock, Random random) {
    return new RecordedDevice(samples, clock, random);
  }
}

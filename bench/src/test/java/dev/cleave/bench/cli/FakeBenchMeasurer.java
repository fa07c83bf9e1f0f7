package dev.cleave.bench.cli;

import dev.cleave.bench.contender.BenchMeasurer;
import dev.cleave.bench.contender.Entrant;
import dev.cleave.bench.trial.TrialSettings;
import dev.cleave.tuner.contender.BenchSample;
import dev.cleave.tuner.contender.RooflineSample;
import dev.cleave.tuner.measure.Evidence;
import java.util.List;
import java.util.Map;

/**
 * Copies nothing: says what it was told.
 *
 * @param commandSeconds by contender; durable is twice that, a CPU is busy for half of it
 * @param cloning those whose samples share blocks
 */
record FakeBenchMeasurer(
    TrialSettings settings, Map<String, Double> commandSeconds, List<String> cloning)
    implements BenchMeasurer {
  static final long PEAK_BYTES = 50L << 20;

  @Override
  public void rehearse(Entrant entrant) {}

  @Override
  public BenchSample copy(Entrant entrant, int round, int position, double atSeconds) {
    double seconds = commandSeconds.getOrDefault(entrant.name(), Double.NaN);
    return new BenchSample(
        round,
        position,
        entrant.name(),
        settings.data().bytes(),
        seconds,
        2 * seconds,
        PEAK_BYTES,
        new Evidence(settings.cacheState(), null, null, seconds / 2, true),
        List.of(),
        cloning.contains(entrant.name()) ? List.of("shared extents: all of it") : List.of(),
        atSeconds);
  }

  @Override
  public RooflineMethod prepareRoofline() {
    return new RooflineMethod("a fake", 0);
  }

  @Override
  public RooflineSample roofline(int round) {
    double bytes = settings.data().bytes();
    return new RooflineSample(round, bytes / 0.25, bytes / 0.5, bytes);
  }
}

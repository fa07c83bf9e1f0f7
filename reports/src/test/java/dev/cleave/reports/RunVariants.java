package dev.cleave.reports;

import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.measure.DataShape;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.TuneRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Runs that differ from another one in one thing. */
public final class RunVariants {
  private RunVariants() {}

  /** The run once more, with every copy so many times as fast. */
  public static TuneRun atSpeed(TuneRun run, double speed) {
    List<Sample> samples = run.samples().stream().map(sample -> atSpeed(sample, speed, 0)).toList();
    return changed(run, run.destination(), run.sweeps(), samples);
  }

  private static Sample atSpeed(Sample of, double speed, int later) {
    return new Sample(
        of.round() + later,
        of.position(),
        of.phase(),
        of.candidate(),
        of.sizeClass(),
        of.asked(),
        of.used(),
        of.bytes(),
        of.commandSeconds() / speed,
        of.durableSeconds() / speed,
        of.evidence(),
        of.warnings(),
        of.invalid());
  }

  /** The run with its rounds three times over, each time a little faster. */
  public static TuneRun longer(TuneRun run) {
    int rounds = run.samples().stream().mapToInt(Sample::round).max().orElseThrow();
    List<Sample> samples =
        IntStream.range(0, 3)
            .boxed()
            .flatMap(
                time ->
                    run.samples().stream()
                        .map(sample -> atSpeed(sample, 1 + 0.01 * time, time * rounds)))
            .toList();
    return changed(run, run.destination(), run.sweeps(), samples);
  }

  /** The run on the same device in other weather: each round and each copy has noise of its own. */
  public static TuneRun remeasured(TuneRun run, Random random) {
    Map<Integer, Double> weather = new HashMap<>();
    List<Sample> samples =
        run.samples().stream()
            .map(
                sample -> {
                  double round =
                      weather.computeIfAbsent(
                          sample.round(), _ -> Math.exp(0.05 * random.nextGaussian()));
                  return atSpeed(sample, round * Math.exp(0.03 * random.nextGaussian()), 0);
                })
            .toList();
    return changed(run, run.destination(), run.sweeps(), samples);
  }

  /** The run with copies of other data. */
  public static TuneRun ofData(TuneRun run, DataShape data) {
    ClassSweep of = run.sweeps().getFirst();
    ClassSweep sweep =
        new ClassSweep(
            of.sizeClass(),
            of.cacheState(),
            data,
            of.candidates(),
            of.notTried(),
            of.noise(),
            of.looks(),
            of.recommendations(),
            of.knobs());
    return changed(run, run.destination(), List.of(sweep), run.samples());
  }

  /** The run with another destination. */
  public static TuneRun to(TuneRun run, String identity) {
    StorageStack of = run.destination();
    StorageStack destination =
        new StorageStack(
            of.path(),
            of.mount(),
            of.fileSystem(),
            of.deviceClass(),
            of.stack(),
            of.leaves(),
            identity);
    return changed(run, destination, run.sweeps(), run.samples());
  }

  /** The run without the samples of one candidate. */
  public static TuneRun without(TuneRun run, String candidate) {
    List<Sample> left =
        run.samples().stream().filter(sample -> !sample.candidate().equals(candidate)).toList();
    return changed(run, run.destination(), run.sweeps(), left);
  }

  /** The run with other samples. */
  public static TuneRun withSamples(TuneRun run, List<Sample> samples) {
    return changed(run, run.destination(), run.sweeps(), samples);
  }

  private static TuneRun changed(
      TuneRun run, StorageStack destination, List<ClassSweep> sweeps, List<Sample> samples) {
    return new TuneRun(
        run.schema(),
        run.id() + "-again",
        run.started(),
        run.elapsedSeconds(),
        run.environment(),
        run.settings(),
        run.source(),
        destination,
        sweeps,
        samples,
        run.bytesWritten(),
        run.verdict(),
        run.warnings());
  }
}

package dev.cleave.bench.jmh;

import dev.cleave.bench.trial.TrialData;
import dev.cleave.bench.trial.TrialDevices;
import dev.cleave.bench.trial.TrialSettings;
import dev.cleave.bench.trial.TrialShape;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.TargetState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that takes one round, of a sample each time it reads a byte from standard input: its
 * round lasts until the other end lets it go on.
 */
final class OneRound {
  private OneRound() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    TrialShape shape = new TrialShape(SizeClass.LARGE, ByteSize.MIB);
    TrialSettings settings =
        new TrialSettings(
            TrialData.generate(directory.resolve("data"), shape, 7, count -> {}),
            Files.createDirectory(directory.resolve("targets")),
            Files.createDirectory(directory.resolve("work")),
            TrialDevices.NONE,
            CacheState.WARM,
            TargetState.NEW,
            CopyPlan.SEQUENTIAL,
            null);
    Candidate candidate = new Candidate("c", CopyPlan.SEQUENTIAL);
    Round round = new Round(1, Phase.SWEEP, SizeClass.LARGE, List.of(candidate, candidate));
    new JmhMeasurer(settings).measure(round, sample -> sayAndWait());
  }

  private static void sayAndWait() {
    System.out.println("sample");
    System.out.flush();
    try {
      if (System.in.read() < 0) {
        throw new IllegalStateException("nobody is at the other end");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

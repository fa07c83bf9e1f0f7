package dev.cleave.tuner.measure;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * A measurer without a device: gives back recorded samples, those of each candidate in the order in
 * which they were taken, as if they belonged to the round that asks.
 */
public final class ReplayMeasurer implements Measurer {
  private final Map<String, Queue<Sample>> recordedByCandidate = new HashMap<>();

  public ReplayMeasurer(List<Sample> recorded) {
    for (Sample sample : recorded) {
      recordedByCandidate
          .computeIfAbsent(sample.candidate(), name -> new ArrayDeque<>())
          .add(sample);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IOException if the recording has no further sample of a candidate
   */
  @Override
  public void measure(Round round, Consumer<Sample> sampleTaken) throws IOException {
    int position = 0;
    for (Candidate candidate : round.order()) {
      sampleTaken.accept(asPartOf(round, position++, next(candidate, round)));
    }
  }

  private Sample next(Candidate candidate, Round round) throws IOException {
    Queue<Sample> recorded = recordedByCandidate.get(candidate.name());
    Sample sample = recorded == null ? null : recorded.poll();
    if (sample == null) {
      throw new IOException(
          "the recording has no further sample of "
              + candidate.name()
              + ", which round "
              + round.number()
              + " asks for");
    }
    return sample;
  }

  private static Sample asPartOf(Round round, int position, Sample recorded) {
    return new Sample(
        round.number(),
        position,
        round.phase(),
        recorded.candidate(),
        recorded.sizeClass(),
        recorded.asked(),
        recorded.used(),
        recorded.bytes(),
        recorded.commandSeconds(),
        recorded.durableSeconds(),
        recorded.evidence(),
        recorded.warnings(),
        recorded.invalid());
  }
}

package dev.cleave.bench.tune;

import dev.cleave.bench.jmh.JmhMeasurer;
import dev.cleave.bench.trial.Room;
import dev.cleave.bench.trial.SampleSize;
import dev.cleave.bench.trial.TrialData;
import dev.cleave.bench.trial.TrialShape;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the data of a part: large enough for copies that take a while, small enough for the room,
 * the budget and the time there are. What is enough is found by copying a little.
 */
final class PartData {
  /** A tune of fewer isn't worth its name. */
  private static final int LEAST_COPIES = 60;

  /** Evicting, reading back and removing a copy take about as long again, and half of that. */
  private static final double SURROUNDINGS = 2.5;

  private final TestBed bed;
  private final TunePart part;
  private final CopyPlan baseline;
  private final long seed;
  private final SessionListener listener;
  private final Path root;
  private long bytesWritten;

  PartData(TestBed bed, TunePart part, CopyPlan baseline, long seed, SessionListener listener) {
    this.bed = bed;
    this.part = part;
    this.baseline = baseline;
    this.seed = seed;
    this.listener = listener;
    this.root = bed.from().resolve("data");
  }

  /** Data and copies so far. */
  long bytesWritten() {
    return bytesWritten;
  }

  /**
   * Data of that size.
   *
   * @throws RefusedException if there is no room for it and a copy of it
   */
  TrialData make(long bytes) throws IOException {
    requireRoom(bytes);
    TrialShape shape = new TrialShape(part.sizeClass(), bytes);
    listener.preparing(part.sizeClass(), bytes);
    TrialData data = TrialData.generate(root, shape, seed, listener::prepared);
    bytesWritten += data.bytes();
    return data;
  }

  /**
   * Data of a size that is chosen.
   *
   * @param seconds that the part has
   * @param writeBytes that the part may write, the data included
   * @throws RefusedException if there is no room for the least of it
   */
  TrialData choose(double seconds, long writeBytes) throws IOException {
    TrialData least = make(SampleSize.leastBytes(part.sizeClass()));
    Sample calibration = calibrate(least);
    double longest = seconds / LEAST_COPIES / SURROUNDINGS;
    double inTime = least.bytes() * longest / calibration.commandSeconds();
    long room = Math.min(roomFor(least), Math.max(least.bytes(), (long) inTime));
    long bytes =
        new SampleSize(part.sizeClass(), room, writeBytes, LEAST_COPIES)
            .choose(least.bytes(), calibration.commandSeconds())
            .orElse(least.bytes());
    if (bytes <= least.bytes()) {
      return least;
    }
    remove();
    return make(bytes);
  }

  private Sample calibrate(TrialData data) throws IOException {
    List<Sample> samples = new ArrayList<>();
    Candidate candidate = new Candidate(Candidate.BASELINE, baseline);
    new JmhMeasurer(bed.settings(data, part.cacheState(), baseline))
        .measure(new Round(0, Phase.PREFLIGHT, part.sizeClass(), List.of(candidate)), samples::add);
    bytesWritten += 2 * data.bytes(); // the worker warms up
    return samples.getFirst();
  }

  private void requireRoom(long bytes) throws IOException {
    long largest = Math.min(Room.usableBytes(bed.from()), Room.usableBytes(bed.to())) / copies();
    if (bytes > largest) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "too little room in %s: %s of data and a copy of it need %s more than is free",
              bed.to().getParent(),
              ByteSize.format(bytes),
              ByteSize.format((bytes - largest) * copies())));
    }
  }

  /** How large the data, which there is, might be instead. */
  private long roomFor(TrialData data) throws IOException {
    long from = Room.usableBytes(bed.from()) + data.bytes();
    return copies() == 2 ? from / 2 : Math.min(from, Room.usableBytes(bed.to()));
  }

  /** On one device lie the data and a copy of it. */
  private int copies() throws IOException {
    return Files.getFileStore(bed.from()).equals(Files.getFileStore(bed.to())) ? 2 : 1;
  }

  void remove() throws IOException {
    TrialData.remove(root);
  }
}

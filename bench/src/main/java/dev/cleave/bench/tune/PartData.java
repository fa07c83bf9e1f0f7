package dev.cleave.bench.tune;

import dev.cleave.bench.jmh.JmhMeasurer;
import dev.cleave.bench.trial.Room;
import dev.cleave.bench.trial.SampleSize;
import dev.cleave.bench.trial.TrialData;
import dev.cleave.bench.trial.TrialFiles;
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
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Makes the data of a part: large enough for copies that take a while, small enough for the room,
 * the budget and the time there are. What is enough is found by copying a little.
 */
final class PartData {
  /** A tune of fewer isn't worth its name. */
  private static final int LEAST_COPIES = 60;

  /** Samples that a tune has time for: with longer ones it would tell too little apart. */
  private static final int COPIES_IN_TIME = 150;

  /** Data of about the right size isn't made again. */
  private static final double CLOSE_ENOUGH = 1.3;

  private static final double NANOS = 1e9;

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
    TrialData chosen = resized(least, calibrate(least), seconds, writeBytes);
    // A little is copied faster than a lot, which no cache takes in: so what was chosen is tried.
    return chosen.bytes() == least.bytes()
        ? least
        : resized(chosen, calibrate(chosen), seconds, writeBytes);
  }

  /** The data, or that of a better size instead. */
  private TrialData resized(
      TrialData data, Calibration calibration, double seconds, long writeBytes) throws IOException {
    double inTime = data.bytes() * seconds / COPIES_IN_TIME / calibration.wholeSeconds();
    long least = SampleSize.leastBytes(part.sizeClass());
    long room = Math.min(roomFor(data), Math.max(least, (long) inTime));
    long bytes =
        new SampleSize(part.sizeClass(), room, writeBytes, LEAST_COPIES)
            .choose(data.bytes(), calibration.durableSeconds())
            .orElse(least);
    if (Math.abs(Math.log((double) bytes / data.bytes())) < Math.log(CLOSE_ENOUGH)) {
      return data;
    }
    remove();
    return make(bytes);
  }

  /**
   * What a sample takes.
   *
   * @param durableSeconds until the copy was on the device
   * @param wholeSeconds with all that surrounds the copy
   */
  private record Calibration(double durableSeconds, double wholeSeconds) {}

  /**
   * A third of the data, in its place, where copies turned out to take longer than they did when
   * its size was chosen; the same if it is as little as can be.
   */
  TrialData less(TrialData data) throws IOException {
    long unit = SampleSize.leastBytes(part.sizeClass());
    long bytes = Math.max(1, data.bytes() / 3 / unit) * unit;
    if (bytes >= data.bytes()) {
      return data;
    }
    remove();
    return make(bytes);
  }

  private Calibration calibrate(TrialData data) throws IOException {
    Candidate candidate = new Candidate(Candidate.BASELINE, baseline);
    List<Candidate> order = Collections.nCopies(3, candidate);
    List<Sample> samples = new ArrayList<>();
    List<Long> ends = new ArrayList<>();
    new JmhMeasurer(bed.settings(data, part.cacheState(), baseline))
        .measure(
            new Round(0, Phase.PREFLIGHT, part.sizeClass(), order),
            sample -> {
              samples.add(sample);
              ends.add(System.nanoTime());
            });
    bytesWritten += (order.size() + 1) * data.bytes(); // the worker warms up
    return new Calibration(
        samples.getLast().durableSeconds(),
        (ends.getLast() - ends.getFirst()) / NANOS / (order.size() - 1));
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
    TrialFiles.remove(root);
  }
}

package dev.cleave.bench.contender;

import dev.cleave.bench.trial.Room;
import dev.cleave.bench.trial.TrialData;
import dev.cleave.bench.trial.TrialFiles;
import dev.cleave.bench.trial.TrialShape;
import dev.cleave.bench.tune.RefusedException;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.SizeClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The file that all contenders copy, of a size that suits room and budget. Used once. */
final class BenchFile {
  /** What a file takes to be split; where nobody asks for a size, no smaller one is copied. */
  private static final long LEAST_BYTES = 128 * ByteSize.MIB;

  /** Where nobody asks for more. */
  private static final long MOST_BYTES = ByteSize.GIB;

  /** Rounds for which the size is chosen: their intervals are still narrow. */
  private static final int ROUNDS = 10;

  private static final double NANOS = 1e9;

  private final BenchRequest request;
  private final Path from;
  private final Path to;
  private final List<Entrant> entrants;
  private final BenchBudget budget;
  private final BenchListener listener;
  private final Function<TrialData, BenchMeasurer> measurers;
  private final Path file;
  private @Nullable BenchMeasurer measurer;
  private double copySeconds;

  BenchFile(
      BenchRequest request,
      Path from,
      Path to,
      List<Entrant> entrants,
      BenchBudget budget,
      BenchListener listener,
      Function<TrialData, BenchMeasurer> measurers) {
    this.request = request;
    this.from = from;
    this.to = to;
    this.entrants = entrants;
    this.budget = budget;
    this.listener = listener;
    this.measurers = measurers;
    this.file = from.resolve("data");
  }

  /**
   * Makes it, and sees how long a copy of it takes.
   *
   * @throws RefusedException if there is no room for it and a copy, or no time for three rounds
   */
  TrialData prepare() throws IOException {
    Long asked = request.fileBytes();
    TrialData data = make(asked == null ? LEAST_BYTES : asked);
    time(data);
    if (asked == null) {
      long better = suitable(data);
      if (better > data.bytes()) {
        TrialFiles.remove(file);
        data = make(better);
        time(data);
      }
    }
    budget.require(entrants.size(), data.bytes(), copySeconds);
    return data;
  }

  /** Of the file that was prepared. */
  BenchMeasurer measurer() {
    if (measurer == null) {
      throw new IllegalStateException("not prepared");
    }
    return measurer;
  }

  /** What a copy by the engine takes, with all that surrounds it. */
  double copySeconds() {
    return copySeconds;
  }

  private TrialData make(long bytes) throws IOException {
    long room = Math.min(Room.usableBytes(from), Room.usableBytes(to)) / copies();
    if (bytes > room) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "too little room in %s: %s of data and a copy of it need %s more than is free",
              request.destination(),
              ByteSize.format(bytes),
              ByteSize.format((bytes - room) * copies())));
    }
    if (!budget.allows(0, 2 * bytes)) {
      budget.require(entrants.size(), bytes, 0);
    }
    long[] written = {0};
    TrialData data =
        TrialData.generate(
            file,
            new TrialShape(SizeClass.LARGE, bytes),
            request.seed(),
            more -> listener.prepared(written[0] += more, bytes));
    budget.wrote(bytes);
    return data;
  }

  /** After one of each of the engine: the first starts with nothing of the programs in memory. */
  private void time(TrialData data) throws IOException {
    BenchMeasurer own = measurers.apply(data);
    measurer = own;
    for (Entrant entrant : request.engine()) {
      own.rehearse(entrant);
      budget.wrote(data.bytes());
    }
    long start = System.nanoTime();
    own.copy(entrants.getFirst(), 0, 0, 0);
    copySeconds = (System.nanoTime() - start) / NANOS;
    budget.wrote(data.bytes());
  }

  private long suitable(TrialData data) throws IOException {
    int count = entrants.size();
    double scale =
        Math.min(
            budget.secondsLeft() / (ROUNDS * BenchBudget.roundSeconds(count, copySeconds)),
            (double) roomFor(data) / data.bytes());
    long bytes = (long) (scale * data.bytes()) / LEAST_BYTES * LEAST_BYTES;
    long least = Math.clamp(bytes, LEAST_BYTES, MOST_BYTES);
    // As much as may be written for: what is asked of the budget is asked of the smaller file.
    while (least > LEAST_BYTES
        && !budget.allows(0, 3 * least + ROUNDS * BenchBudget.roundBytes(count, least))) {
      least -= LEAST_BYTES;
    }
    return least;
  }

  private long roomFor(TrialData data) throws IOException {
    long own = Room.usableBytes(from) + data.bytes();
    return copies() == 2 ? own / 2 : Math.min(own, Room.usableBytes(to));
  }

  /** On one device lie the data and a copy of it. */
  private int copies() throws IOException {
    return Files.getFileStore(from).equals(Files.getFileStore(to)) ? 2 : 1;
  }
}

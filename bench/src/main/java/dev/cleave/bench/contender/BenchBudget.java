package dev.cleave.bench.contender;

import dev.cleave.bench.tune.RefusedException;
import dev.cleave.engine.ByteSize;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** What is left of the time and of the bytes that may be written. For one thread. */
public final class BenchBudget {
  /** Fewer give no interval. */
  static final int FEWEST_ROUNDS = 3;

  /** Where nobody asks for more: they tell little more. */
  public static final int USUAL_ROUNDS = 20;

  /** Of the budget, for the report. */
  private static final double REPORT_SECONDS = 3;

  /** A peer may be slower than the engine's copy that was timed. */
  private static final double SLOWER = 1.5;

  /** Copies' worth of bytes and time to find out how the roofline is best measured, about. */
  private static final int ROOFLINE_TRIES = 3;

  /** A roofline reads, writes and does both. */
  static final int ROOFLINE_PASSES = 3;

  private final double seconds;
  private final long bytes;
  private final int mostRounds;
  private final DoubleSupplier clock;
  private long written;

  /**
   * @param clock seconds since the command began
   */
  BenchBudget(double seconds, @Nullable Long bytes, int mostRounds, DoubleSupplier clock) {
    this.seconds = seconds;
    this.bytes = bytes == null ? Long.MAX_VALUE : bytes;
    this.mostRounds = mostRounds;
    this.clock = clock;
  }

  double secondsLeft() {
    return seconds - REPORT_SECONDS - clock.getAsDouble();
  }

  void wrote(long more) {
    written += more;
  }

  long written() {
    return written;
  }

  /** Whether what takes so long and writes so much can still be done. */
  boolean allows(double moreSeconds, long moreBytes) {
    return moreSeconds <= secondsLeft() && moreBytes <= bytes - written;
  }

  /** Seconds of a round of so many contenders, from what a copy took. */
  static double roundSeconds(int contenders, double copySeconds) {
    return SLOWER * (contenders + ROOFLINE_PASSES) * copySeconds;
  }

  /** Each contender's copy, and twice the roofline's. */
  static long roundBytes(int contenders, long fileBytes) {
    return (contenders + 2L) * fileBytes;
  }

  /** Rounds there is time and room for, and no more than are of use. */
  int rounds(int contenders, long fileBytes, double copySeconds) {
    double forRounds = secondsLeft() - ROOFLINE_TRIES * SLOWER * copySeconds;
    double inTime = forRounds / roundSeconds(contenders, copySeconds);
    long inBytes =
        (bytes - written - ROOFLINE_TRIES * fileBytes) / roundBytes(contenders, fileBytes);
    return (int) Math.clamp(Math.min(inTime, (double) inBytes), 0, mostRounds);
  }

  int mostRounds() {
    return mostRounds;
  }

  /** Fewer aren't worth a bench, unless so few were asked for. */
  int fewestRounds() {
    return Math.min(FEWEST_ROUNDS, mostRounds);
  }

  /**
   * @throws RefusedException if the fewest rounds don't fit
   */
  void require(int contenders, long fileBytes, double copySeconds) throws RefusedException {
    int rounds = fewestRounds();
    if (rounds(contenders, fileBytes, copySeconds) < rounds) {
      double time =
          rounds * roundSeconds(contenders, copySeconds)
              + ROOFLINE_TRIES * SLOWER * copySeconds
              + clock.getAsDouble()
              + REPORT_SECONDS;
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "the budget is too small: a bench of %d contenders here needs about %.0f s and %s to"
                  + " be written for %d rounds of %s; or name fewer --peers, or a smaller --size",
              contenders,
              Math.ceil(time),
              ByteSize.format(
                  written
                      + ROOFLINE_TRIES * fileBytes
                      + rounds * roundBytes(contenders, fileBytes)),
              rounds,
              ByteSize.format(fileBytes)));
    }
  }
}

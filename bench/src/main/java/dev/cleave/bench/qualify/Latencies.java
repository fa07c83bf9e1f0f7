package dev.cleave.bench.qualify;

import dev.cleave.reports.chart.HistogramData;
import dev.cleave.tuner.qualify.LatencyBucket;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** Latencies in nanoseconds, to three digits. */
final class Latencies {
  private static final int DIGITS = 3;
  private static final double NANOS = 1e9;
  private static final int BUCKETS_PER_DECADE = 20;

  private final Histogram histogram = new Histogram(DIGITS);

  void record(long nanos) {
    histogram.recordValue(Math.max(1, nanos));
  }

  long count() {
    return histogram.getTotalCount();
  }

  void clear() {
    histogram.reset();
  }

  /** Compressed, in Base64; empty without a value. */
  String encoded() {
    if (count() == 0) {
      return "";
    }
    ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(bytes, Deflater.DEFAULT_COMPRESSION);
    byte[] compressed = new byte[length];
    bytes.rewind().get(compressed);
    return Base64.getEncoder().encodeToString(compressed);
  }

  /** All of those that {@link #encoded} made, in one. */
  static Latencies of(Collection<String> encoded) {
    Latencies all = new Latencies();
    for (String one : encoded) {
      if (!one.isEmpty()) {
        all.histogram.add(decode(one));
      }
    }
    return all;
  }

  private static Histogram decode(String encoded) {
    try {
      byte[] bytes = Base64.getDecoder().decode(encoded);
      return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 1);
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("no histogram of latencies: " + e.getMessage(), e);
    }
  }

  /** The value, in seconds, that so large a share doesn't exceed. */
  double seconds(double share) {
    return histogram.getValueAtPercentile(100 * share) / NANOS;
  }

  /** How often each occurred, for a histogram. */
  List<LatencyBucket> buckets() {
    SortedMap<Double, Long> counts = new TreeMap<>();
    for (HistogramIterationValue value : histogram.recordedValues()) {
      counts.merge(
          value.getValueIteratedTo() / NANOS, value.getCountAddedInThisIterationStep(), Long::sum);
    }
    return HistogramData.buckets(counts, BUCKETS_PER_DECADE).stream()
        .map(bucket -> new LatencyBucket(bucket.from(), bucket.to(), bucket.count()))
        .toList();
  }

  double mostSeconds() {
    return histogram.getMaxValue() / NANOS;
  }

  /** Which share is longer; with {@code orAsLong} that long counts as well. */
  double shareBeyond(double seconds, boolean orAsLong) {
    if (count() == 0) {
      return 0;
    }
    long first = firstBeyond(seconds, orAsLong);
    long top = Math.max(first, histogram.getMaxValue());
    return first > histogram.getMaxValue()
        ? 0
        : (double) histogram.getCountBetweenValues(first, top) / count();
  }

  /**
   * Of how many operations beyond a bound the latency comes down to it if so many seconds are taken
   * off in all, from those first that are nearest to it.
   *
   * @param orAsLong whether those just as long as the bound are beyond it
   */
  double countMadeShort(double bound, boolean orAsLong, double seconds) {
    long first = firstBeyond(bound, orAsLong);
    double rest = seconds;
    double made = 0;
    for (HistogramIterationValue value : histogram.recordedValues()) {
      long count = value.getCountAddedInThisIterationStep();
      if (value.getValueIteratedTo() < first || count == 0) {
        continue;
      }
      double each = Math.max(0, value.getValueIteratedTo() / NANOS - bound);
      if (each * count > rest) {
        return made + rest / each;
      }
      rest -= each * count;
      made += count;
    }
    return made;
  }

  /** Values are known to three digits: those of the bound's own bucket count as equal to it. */
  private long firstBeyond(double seconds, boolean orAsLong) {
    long nanos = Math.round(seconds * NANOS);
    return orAsLong
        ? histogram.lowestEquivalentValue(nanos)
        : histogram.nextNonEquivalentValue(nanos);
  }
}

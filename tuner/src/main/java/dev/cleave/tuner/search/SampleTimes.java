package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long samples take on the wall clock, with all that surrounds the copy itself, and so how long
 * the next ones will.
 *
 * <p>The first sample of a round takes longer than the others, by what it takes to start a worker
 * and warm it up: that is kept apart, as the round's opening.
 */
final class SampleTimes {
  /** So many of the last times of a candidate count: enough to pass over an outlier. */
  private static final int RECENT = 5;

  private final Map<String, List<Double>> secondsByCandidate = new HashMap<>();
  private final List<Double> firstSampleSeconds = new ArrayList<>();
  private final List<Double> otherSampleSeconds = new ArrayList<>();
  private final List<Double> closingSeconds = new ArrayList<>();

  /** From the start of the round to the end of its first sample. */
  void firstSampleTook(double seconds) {
    firstSampleSeconds.add(seconds);
  }

  /** From the end of the sample before it. */
  void sampleTook(String candidate, double seconds) {
    otherSampleSeconds.add(seconds);
    secondsByCandidate.computeIfAbsent(candidate, name -> new ArrayList<>()).add(seconds);
  }

  /** What a round took beyond its last sample. */
  void closingTook(double seconds) {
    closingSeconds.add(seconds);
  }

  /** 0 as long as nothing was measured; a candidate without a sample counts as the slowest one. */
  double expectedSeconds(List<Candidate> order) {
    double seconds = openingSeconds() + recentMedian(closingSeconds);
    for (Candidate candidate : order) {
      seconds += expectedSeconds(candidate.name());
    }
    return seconds;
  }

  private double openingSeconds() {
    double first = recentMedian(firstSampleSeconds);
    return otherSampleSeconds.isEmpty() ? 0 : Math.max(0, first - recentMedian(otherSampleSeconds));
  }

  private double expectedSeconds(String candidate) {
    if (otherSampleSeconds.isEmpty()) {
      return recentMedian(firstSampleSeconds);
    }
    List<Double> own = secondsByCandidate.get(candidate);
    return own == null
        ? secondsByCandidate.values().stream()
            .mapToDouble(SampleTimes::recentMedian)
            .max()
            .orElse(0)
        : recentMedian(own);
  }

  private static double recentMedian(List<Double> seconds) {
    double[] recent =
        seconds.subList(Math.max(0, seconds.size() - RECENT), seconds.size()).stream()
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    int middle = recent.length / 2;
    if (recent.length == 0) {
      return 0;
    }
    return recent.length % 2 == 1 ? recent[middle] : (recent[middle - 1] + recent[middle]) / 2;
  }
}

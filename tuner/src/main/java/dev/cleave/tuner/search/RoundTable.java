package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The valid samples of a phase under one clock, by candidate and round, so that candidates are
 * compared within rounds only: what the device did meanwhile was done to both.
 *
 * <p>Where a round has several samples of both, the first are a pair, the second, and so on; an
 * invalid sample takes its pair with it, as the others wouldn't mirror each other. The default's
 * twin is the default: in the sweep, both together are what others are compared with, and a mean of
 * two is a steadier one.
 */
final class RoundTable {
  private final Map<String, Row> rows = new HashMap<>();
  private final Row defaults = new Row();

  /** The samples come in the order in which they were taken. */
  RoundTable(List<Sample> samples, Clock clock) {
    for (Sample sample : samples) {
      double log = sample.isValid() ? Math.log(sample.bytesPerSecond(clock)) : Row.NOTHING;
      rows.computeIfAbsent(sample.candidate(), name -> new Row()).add(sample.round(), log);
      if (sample.isValid() && isDefault(sample.candidate())) {
        defaults.addToMean(sample.round(), log);
      }
    }
  }

  private static boolean isDefault(String candidate) {
    return candidate.equals(Candidate.BASELINE) || candidate.equals(Candidate.TWIN);
  }

  /** The throughput of one candidate over that of another, by the rounds that have both. */
  PairedRatio ratio(String candidate, String other) {
    return row(candidate).over(row(other));
  }

  /** The throughput of a candidate over that of the default, twin included. */
  PairedRatio overDefault(String candidate) {
    return row(candidate).over(defaults);
  }

  private Row row(String candidate) {
    return rows.getOrDefault(candidate, Row.EMPTY);
  }

  /** Log throughputs with their rounds, which come in ascending order. */
  private static final class Row {
    private static final int FIRST_ROOM = 16;
    private static final Row EMPTY = new Row();

    /** Holds the place of an invalid sample. */
    private static final double NOTHING = Double.NaN;

    private int[] rounds = new int[FIRST_ROOM];
    private double[] logs = new double[FIRST_ROOM];
    private int[] counts = new int[FIRST_ROOM];
    private int size;

    void add(int round, double log) {
      if (size == rounds.length) {
        rounds = Arrays.copyOf(rounds, 2 * size);
        logs = Arrays.copyOf(logs, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
      }
      rounds[size] = round;
      logs[size] = log;
      counts[size] = 1;
      size++;
    }

    void addToMean(int round, double log) {
      if (size == 0 || rounds[size - 1] != round) {
        add(round, log);
      } else {
        counts[size - 1]++;
        logs[size - 1] += (log - logs[size - 1]) / counts[size - 1];
      }
    }

    PairedRatio over(Row other) {
      double[] differences = new double[Math.min(size, other.size)];
      int pairs = 0;
      int i = 0;
      int j = 0;
      while (i < size && j < other.size) {
        if (rounds[i] == other.rounds[j]) {
          double difference = logs[i++] - other.logs[j++];
          if (!Double.isNaN(difference)) {
            differences[pairs++] = difference;
          }
        } else if (rounds[i] < other.rounds[j]) {
          i++;
        } else {
          j++;
        }
      }
      return PairedRatio.trimmed(Arrays.copyOf(differences, pairs));
    }
  }
}

package dev.cleave.bench.qualify;

import dev.cleave.engine.ByteSize;
import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.Surroundings;
import dev.cleave.tuner.qualify.WorkloadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What else than the device a measurement may be of.
 *
 * @param slower what can only have made it slower
 * @param impossible what makes its figures worthless; null if nothing
 */
record Disturbances(List<String> slower, @Nullable String impossible) {
  private static final double FOREIGN_READ_SHARE = 1.2;
  private static final double FOREIGN_WRITE_SHARE = 1.5;
  private static final long SLACK_BYTES = 16 * ByteSize.MIB;
  private static final double IDLE_BYTES_PER_SECOND = 2 * ByteSize.MIB;
  private static final double IDLE_SHARE = 0.02;
  private static final double LEAST_FROM_DEVICE = 0.95;
  private static final double HOT_CELSIUS = 70;
  private static final double STEAL_SHARE = 0.1;
  private static final double BUSY_SHARE = 0.2;

  Disturbances {
    slower = List.copyOf(slower);
  }

  static Disturbances of(Measurement measurement) {
    Surroundings seen = measurement.surroundings();
    if (seen == null) {
      return new Disturbances(List.of(), null);
    }
    List<String> slower = new ArrayList<>();
    neighbour(measurement, seen, slower);
    for (String limit : seen.limits()) {
      slower.add("throttled: " + limit);
    }
    Double steal = seen.stealSeconds();
    if (steal != null && steal > STEAL_SHARE * measurement.seconds()) {
      slower.add(
          String.format(
              Locale.ROOT, "stolen time: the hypervisor took %.1f s of processor time", steal));
    }
    Double celsius = seen.celsius();
    if (celsius != null && celsius >= HOT_CELSIUS) {
      slower.add(String.format(Locale.ROOT, "hot device: %.0f degrees Celsius", celsius));
    }
    busyProcessors(measurement, seen, slower);
    return new Disturbances(slower, cache(measurement, seen));
  }

  private static void neighbour(Measurement measurement, Surroundings seen, List<String> slower) {
    Double idle = seen.idleBytesPerSecond();
    double own = (seen.expectedBytesRead() + seen.expectedBytesWritten()) / measurement.seconds();
    if (idle != null && idle > Math.max(IDLE_BYTES_PER_SECOND, IDLE_SHARE * own)) {
      slower.add(
          String.format(
              Locale.ROOT, "busy neighbour: %.1f MB/s while nothing was asked of it", idle / 1e6));
    }
    WorkloadKind kind = measurement.workload().kind();
    if (!kind.isBlocks()) {
      return; // of small writes and files the journal makes more than there was
    }
    Long read = seen.deviceBytesRead();
    if (read != null && read > FOREIGN_READ_SHARE * seen.expectedBytesRead() + SLACK_BYTES) {
      slower.add(
          String.format(
              Locale.ROOT,
              "busy neighbour: the device read %.0f MB more",
              more(read, seen.expectedBytesRead())));
    }
    Long written = seen.deviceBytesWritten();
    if (written != null
        && written > FOREIGN_WRITE_SHARE * seen.expectedBytesWritten() + SLACK_BYTES) {
      slower.add(
          String.format(
              Locale.ROOT,
              "busy neighbour: the device wrote %.0f MB more",
              more(written, seen.expectedBytesWritten())));
    }
  }

  /**
   * Where our own waiting isn't known; where it is, it is judged with the distance from the bound.
   */
  private static void busyProcessors(
      Measurement measurement, Surroundings seen, List<String> slower) {
    Double pressure = seen.cpuPressureSeconds();
    if (seen.processorWaitShare() == null
        && measurement.workload().kind().isBlocks()
        && pressure != null
        && pressure > BUSY_SHARE * measurement.seconds()) {
      slower.add(
          String.format(Locale.ROOT, "busy processors: tasks waited for one for %.1f s", pressure));
    }
  }

  private static double more(long moved, long expected) {
    return (moved - expected) / 1e6;
  }

  private static @Nullable String cache(Measurement measurement, Surroundings seen) {
    Long read = seen.deviceBytesRead();
    if (read == null
        || !measurement.workload().kind().isBlocks()
        || read >= LEAST_FROM_DEVICE * seen.expectedBytesRead()) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "cache: %.0f MB were read, of which the device read %.0f",
        seen.expectedBytesRead() / 1e6,
        read / 1e6);
  }
}

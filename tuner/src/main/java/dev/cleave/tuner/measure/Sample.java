package dev.cleave.tuner.measure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import java.util.List;

/**
 * One complete copy of fresh data under one plan.
 *
 * @param round the number of the round it belongs to
 * @param position its place in the round's order, from 0 on
 * @param candidate the candidate's name
 * @param asked the plan that was asked for
 * @param used the plan that really ran
 * @param bytes bytes copied
 * @param commandSeconds until the copy returned
 * @param durableSeconds until its data was on the device, counted from the same start
 * @param warnings doubts about this sample, which is used all the same
 * @param invalid why this sample is impossible and not used; empty if it is fine
 * @param atSeconds when it was complete, from the start of the tune; NaN if that isn't known
 */
public record Sample(
    int round,
    int position,
    Phase phase,
    String candidate,
    SizeClass sizeClass,
    CopyPlan asked,
    CopyPlan used,
    long bytes,
    double commandSeconds,
    double durableSeconds,
    Evidence evidence,
    List<String> warnings,
    List<String> invalid,
    double atSeconds) {
  public Sample {
    warnings = List.copyOf(warnings);
    invalid = List.copyOf(invalid);
    if (!(commandSeconds > 0) || !(durableSeconds >= commandSeconds)) {
      throw new IllegalArgumentException(
          "clocks out of order: " + commandSeconds + " s, durable " + durableSeconds + " s");
    }
  }

  /** A sample that isn't part of a tune yet. */
  public Sample(
      int round,
      int position,
      Phase phase,
      String candidate,
      SizeClass sizeClass,
      CopyPlan asked,
      CopyPlan used,
      long bytes,
      double commandSeconds,
      double durableSeconds,
      Evidence evidence,
      List<String> warnings,
      List<String> invalid) {
    this(
        round,
        position,
        phase,
        candidate,
        sizeClass,
        asked,
        used,
        bytes,
        commandSeconds,
        durableSeconds,
        evidence,
        warnings,
        invalid,
        Double.NaN);
  }

  /** The same sample at its place in a tune. */
  public Sample at(int place, double seconds) {
    return new Sample(
        round,
        place,
        phase,
        candidate,
        sizeClass,
        asked,
        used,
        bytes,
        commandSeconds,
        durableSeconds,
        evidence,
        warnings,
        invalid,
        seconds);
  }

  @JsonIgnore // says no more than `invalid` does
  public boolean isValid() {
    return invalid.isEmpty();
  }

  public double seconds(Clock clock) {
    return switch (clock) {
      case COMMAND -> commandSeconds;
      case DURABLE -> durableSeconds;
    };
  }

  /** Throughput in bytes per second. */
  public double bytesPerSecond(Clock clock) {
    return bytes / seconds(clock);
  }
}

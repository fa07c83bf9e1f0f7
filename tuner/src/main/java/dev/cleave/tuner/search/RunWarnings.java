package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Sample;
import java.util.ArrayList;
import java.util.List;

/** What to know about a tune as a whole before its numbers are believed. */
final class RunWarnings {
  private RunWarnings() {}

  static List<String> of(List<Sample> samples, TwinCheck twin) {
    List<String> warnings = new ArrayList<>();
    warnings.addAll(twin.warnings());
    List<Sample> invalid = samples.stream().filter(sample -> !sample.isValid()).toList();
    if (!invalid.isEmpty()) {
      warnings.add(
          invalid.size()
              + " of "
              + samples.size()
              + " samples are impossible and not used, the first because: "
              + invalid.getFirst().invalid().getFirst());
    }
    return warnings;
  }
}

package dev.cleave.tuner.qualify;

import dev.cleave.tuner.device.StorageStack;
import java.util.List;

/**
 * One directory's device against the specification.
 *
 * @param trends of a soak, a line each; empty otherwise
 * @param seconds that it took
 */
public record DeviceQualification(
    String directory,
    StorageStack storage,
    QualifyVerdict verdict,
    List<RequirementResult> requirements,
    List<MeasuredLoad> loads,
    List<String> trends,
    long bytesWritten,
    double seconds,
    List<String> warnings) {
  public DeviceQualification {
    requirements = List.copyOf(requirements);
    loads = List.copyOf(loads);
    trends = List.copyOf(trends);
    warnings = List.copyOf(warnings);
  }
}

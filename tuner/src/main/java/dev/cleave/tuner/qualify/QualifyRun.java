package dev.cleave.tuner.qualify;

import dev.cleave.tuner.run.Environment;
import java.time.Instant;
import java.util.List;

/**
 * A run of {@code cleave qualify}, as it is kept.
 *
 * @param schema {@value #SCHEMA}
 * @param specification its name
 * @param specificationText the whole file, as it was read
 */
public record QualifyRun(
    String schema,
    String id,
    Instant started,
    double elapsedSeconds,
    Environment environment,
    String specification,
    String specificationText,
    QualifyVerdict verdict,
    List<DeviceQualification> devices) {
  public static final String SCHEMA = "cleave.qualification/1";

  public QualifyRun {
    devices = List.copyOf(devices);
  }
}

package dev.cleave.tuner.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.tuner.device.DeviceClass;
import dev.cleave.tuner.device.StorageStack;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was true when the profile was tuned, beyond its key.
 *
 * @param kernel its release, as {@code 6.1.0-40-amd64}
 * @param version Cleave's
 * @param destinationFillPercent how full the destination's file system was, 0 to 100; null if that
 *     isn't known
 */
public record ProfileFacts(
    String kernel,
    String version,
    Stack source,
    Stack destination,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer destinationFillPercent) {
  public ProfileFacts {
    Objects.requireNonNull(kernel, "kernel");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(source, "facts of the source");
    Objects.requireNonNull(destination, "facts of the destination");
    if (destinationFillPercent != null
        && (destinationFillPercent < 0 || destinationFillPercent > 100)) {
      throw new IllegalArgumentException(
          "a fill level must be from 0 to 100 %, not " + destinationFillPercent);
    }
  }

  ProfileFacts withFillPercent(int percent) {
    Integer known = percent == FillLevel.UNKNOWN ? null : (Integer) percent;
    return new ProfileFacts(kernel, version, source, destination, known);
  }

  /** {@link FillLevel#UNKNOWN} or 0 to 100. */
  @JsonIgnore
  int fillPercent() {
    return destinationFillPercent == null ? FillLevel.UNKNOWN : destinationFillPercent;
  }

  /**
   * What was known of one storage stack.
   *
   * @param fileSystem its type, as {@code ext4}
   */
  public record Stack(String fileSystem, DeviceClass deviceClass) {
    public Stack {
      Objects.requireNonNull(fileSystem, "file system");
      Objects.requireNonNull(deviceClass, "device class");
    }

    static Stack of(StorageStack stack) {
      return new Stack(stack.fileSystem(), stack.deviceClass());
    }
  }
}

package dev.cleave.tuner.profile;

import dev.cleave.tuner.device.DeviceClass;
import dev.cleave.tuner.device.StorageStack;
import java.util.Objects;

/**
 * What was true when the profile was tuned: a later change may make it stale.
 *
 * @param kernel its release, as {@code 6.1.0-40-amd64}
 * @param version Cleave's
 */
public record ProfileFacts(String kernel, String version, Stack source, Stack destination) {
  public ProfileFacts {
    Objects.requireNonNull(kernel, "kernel");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(source, "facts of the source");
    Objects.requireNonNull(destination, "facts of the destination");
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

package dev.cleave.tuner.device;

import java.util.List;

/**
 * One line of mountinfo.
 *
 * @param point where it is mounted
 * @param source what is mounted, as {@code /dev/vda} or {@code tmpfs}
 * @param device the device number {@code major:minor}
 * @param options of the mount and of the super block, without duplicates
 */
public record Mount(String point, String source, String device, List<String> options) {
  public Mount {
    options = List.copyOf(options);
  }
}

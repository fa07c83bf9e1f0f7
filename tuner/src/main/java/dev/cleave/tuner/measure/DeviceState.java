package dev.cleave.tuner.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In what state the devices were.
 *
 * @param celsius of the hottest one behind the sample; null where none tells
 * @param limits that apply to the process that copied; empty if there are none
 */
public record DeviceState(@Nullable Double celsius, List<DeviceLimit> limits) {
  public static final DeviceState UNKNOWN = new DeviceState(null, List.of());

  public DeviceState {
    limits = List.copyOf(limits);
  }
}

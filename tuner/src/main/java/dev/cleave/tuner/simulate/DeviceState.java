package dev.cleave.tuner.simulate;

/**
 * What a device remembers of its past.
 *
 * @param seconds since the tune began
 * @param copies written since then
 */
public record DeviceState(double seconds, long copies) {
  static final DeviceState FRESH = new DeviceState(0, 0);
}

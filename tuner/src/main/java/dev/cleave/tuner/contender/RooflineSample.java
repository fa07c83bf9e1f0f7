package dev.cleave.tuner.contender;

/**
 * What the devices do without a copy around it, once, in bytes per second.
 *
 * @param read the source alone
 * @param write a new file of as many bytes alone, until it is on the device
 * @param copy both at once, until both are over: a rate of copying
 */
public record RooflineSample(int round, double read, double write, double copy) {
  public RooflineSample {
    if (!(read > 0) || !(write > 0) || !(copy > 0)) {
      throw new IllegalArgumentException("no rates: " + read + ", " + write + ", " + copy);
    }
  }
}

package dev.cleave.tuner.measure;

/**
 * A limit that a control group sets to its processes' use of a device.
 *
 * @param device its name, as {@code vda}
 * @param perSecond bytes or operations
 */
public record DeviceLimit(String device, Kind kind, long perSecond) {
  /** What is limited. */
  public enum Kind {
    READ_BYTES("read bytes"),
    WRITE_BYTES("written bytes"),
    READ_OPERATIONS("read operations"),
    WRITE_OPERATIONS("write operations");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }
}

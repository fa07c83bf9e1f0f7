package dev.cleave.tuner.profile;

/** Whether reading and writing share a device: then they slow each other down. */
public enum Relation {
  ONE_DEVICE("one device"),
  TWO_DEVICES("two devices");

  private final String label;

  Relation(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }

  /** By the leaves, which stand behind the last {@code @} of an identity. */
  static Relation of(String source, String destination) {
    String sources = "+".concat(devices(source)).concat("+");
    String destinations = devices(destination);
    int from = 0;
    while (from <= destinations.length()) {
      int plus = destinations.indexOf('+', from);
      int end = plus < 0 ? destinations.length() : plus;
      if (sources.contains("+".concat(destinations.substring(from, end)).concat("+"))) {
        return ONE_DEVICE;
      }
      from = end + 1;
    }
    return TWO_DEVICES;
  }

  /** The leaves of an identity, without file system and layers. */
  static String devices(String identity) {
    return identity.substring(identity.lastIndexOf('@') + 1);
  }
}

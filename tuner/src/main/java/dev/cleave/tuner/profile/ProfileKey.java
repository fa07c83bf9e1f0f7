package dev.cleave.tuner.profile;

/**
 * The pair of devices a profile was tuned for.
 *
 * @param source the identity of the source's storage stack
 * @param destination the identity of the destination's
 */
public record ProfileKey(String source, String destination) {
  public ProfileKey {
    if (source.isBlank() || destination.isBlank()) {
      throw new IllegalArgumentException("a profile's key names both devices");
    }
  }

  /** For people: {@code ext4@vda -> xfs@sdb}. */
  @Override
  public String toString() {
    return source + " -> " + destination;
  }
}

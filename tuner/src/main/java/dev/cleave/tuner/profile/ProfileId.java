package dev.cleave.tuner.profile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Names of profiles: {@code ext4-vda-20261122T2150}, or {@code ext4-vda-to-xfs-sdb-20261122T2150}
 * for two devices. They are file names, so only ASCII letters, digits, '.', '_' and '-' are in
 * them, and none begins with '.' or '-'.
 */
final class ProfileId {
  private static final int MAX_LENGTH = 120;
  private static final int MAX_DEVICE_LENGTH = 32;

  private ProfileId() {}

  static String of(ProfileKey key, Instant created) {
    String source = device(key.source());
    String destination = device(key.destination());
    String devices = source.equals(destination) ? source : source + "-to-" + destination;
    return devices + "-" + minute(created);
  }

  /** Made here and not in a constant: {@link #isValid} lies on the start-up path of a copy. */
  private static String minute(Instant time) {
    return DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm", Locale.ROOT)
        .withZone(ZoneOffset.UTC)
        .format(time);
  }

  /** Whether {@code id} can name a file of a store, and only there. */
  static boolean isValid(String id) {
    if (id.isEmpty() || id.length() > MAX_LENGTH || id.startsWith(".") || id.startsWith("-")) {
      return false;
    }
    for (int position = 0; position < id.length(); position++) {
      if (!isSafe(id.charAt(position))) {
        return false;
      }
    }
    return true;
  }

  /** A serial number may be long or hold anything: what readable form loses, a hash keeps apart. */
  private static String device(String identity) {
    StringBuilder readable = new StringBuilder("x".repeat(startsUnsafe(identity) ? 1 : 0));
    String dashed = identity.replace('@', '-');
    dashed.chars().map(c -> isSafe(c) ? c : '_').forEach(c -> readable.append((char) c));
    if (readable.length() <= MAX_DEVICE_LENGTH && readable.toString().equals(dashed)) {
      return dashed;
    }
    readable.setLength(Math.min(readable.length(), MAX_DEVICE_LENGTH - 9));
    return readable + "-" + String.format(Locale.ROOT, "%08x", identity.hashCode());
  }

  private static boolean startsUnsafe(String identity) {
    return identity.startsWith(".") || identity.startsWith("-") || identity.startsWith("@");
  }

  private static boolean isSafe(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '-';
  }
}

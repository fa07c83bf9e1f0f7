package dev.cleave.tuner.device;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a device is plugged in, which tells two of one model apart although both give the same
 * serial number (virtual disks do: their serial is what somebody typed).
 *
 * <p>Made of those directories on the device's path in /sys/devices that stay the same across
 * reboots: the last PCI function, then ports and channels below it. Numbers that the kernel counts
 * up as drivers start ({@code virtio1}, {@code host0}, {@code nvme0}) are left out. On the start-up
 * path of every copy: no regular expressions, no lambdas.
 */
final class DeviceAddress {
  private static final int GUID_CHARS = 36;

  private DeviceAddress() {}

  /** As {@code pci-0000:00:1f.2-ata1-0:0:0}; null if the device is not plugged in anywhere. */
  static @Nullable String of(Path directory) {
    Path real;
    try {
      real = directory.toRealPath();
    } catch (IOException e) {
      return null;
    }
    StringBuilder address = new StringBuilder();
    for (Path segment : real) {
      add(segment.toString(), address);
    }
    return address.isEmpty() ? null : address.toString();
  }

  private static void add(String segment, StringBuilder address) {
    if (segment.equals("devices")) {
      address.setLength(0); // what lies above is no device
      return;
    }
    if (isPciFunction(segment)) {
      address.setLength(0);
      address.append("pci-").append(segment);
      return;
    }
    String stable = stablePart(segment);
    if (!stable.isEmpty()) {
      address.append(address.isEmpty() ? "" : "-").append(stable);
    }
  }

  private static String stablePart(String segment) {
    if (isScsiAddress(segment)) {
      return segment.substring(segment.indexOf(':') + 1); // the first number is the host's
    }
    if (segment.startsWith("nvme") && segment.lastIndexOf('n') > 0) {
      return segment.substring(segment.lastIndexOf('n')); // the namespace
    }
    return isPort(segment) ? segment : "";
  }

  private static boolean isPort(String segment) {
    return isNumbered(segment, "ata")
        || isNumbered(segment, "vbd-")
        || isNumbered(segment, "virtio-mmio.")
        || isNumbered(segment, "namespace")
        || isUsbPort(segment)
        || isGuid(segment);
  }

  private static boolean isNumbered(String segment, String prefix) {
    return segment.startsWith(prefix)
        && segment.length() > prefix.length()
        && isDigit(segment.charAt(prefix.length()));
  }

  /** {@code 0000:00:1f.2}: domain, bus, slot, function. */
  private static boolean isPciFunction(String segment) {
    int length = segment.length();
    return length >= 12
        && segment.charAt(length - 2) == '.'
        && segment.charAt(length - 5) == ':'
        && segment.charAt(length - 8) == ':'
        && isHexadecimal(segment, 0, length - 8);
  }

  /** {@code 2:0:1:0}: host, channel, target, unit. */
  private static boolean isScsiAddress(String segment) {
    int colons = 0;
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c != ':' && !isDigit(c)) {
        return false;
      }
      colons += c == ':' ? 1 : 0;
    }
    return colons == 3;
  }

  /**
   * {@code 1-4.2}: bus, ports of the hubs on the way. Its interface, {@code 1-4.2:1.0}, is none.
   */
  private static boolean isUsbPort(String segment) {
    int dash = segment.indexOf('-');
    if (dash <= 0 || dash == segment.length() - 1) {
      return false;
    }
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (i != dash && !isDigit(c) && (c != '.' || i < dash)) {
        return false;
      }
    }
    return true;
  }

  /** Hyper-V's channels are named by GUIDs. */
  private static boolean isGuid(String segment) {
    return segment.length() == GUID_CHARS
        && segment.charAt(8) == '-'
        && segment.charAt(13) == '-'
        && segment.charAt(18) == '-'
        && segment.charAt(23) == '-';
  }

  private static boolean isHexadecimal(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return end > start;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

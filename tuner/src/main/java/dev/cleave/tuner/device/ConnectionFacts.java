package dev.cleave.tuner.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a device is connected: transport, link, NUMA node, and how warm it is. */
final class ConnectionFacts {
  private static final long MILLI = 1000;

  private final Path directory;

  /** Without symbolic links: its parents are the controllers on the way to the device. */
  private final @Nullable Path real;

  private ConnectionFacts(Path directory) {
    this.directory = directory;
    this.real = real(directory);
  }

  /**
   * @param directory that of the device, as /sys/block/vda
   */
  static void add(Path directory, Map<String, Fact> facts) {
    List<Path> paths = NvmePaths.of(directory);
    if (!paths.isEmpty()) {
      facts.put("paths", NvmePaths.fact(paths));
      facts.put("pathPolicy", new SysFile(directory.resolve("device/iopolicy")).text());
    }
    // a multipath device is connected by its paths: the first one speaks for all
    new ConnectionFacts(paths.isEmpty() ? directory : paths.getFirst()).addTo(facts);
  }

  /** The transport alone, as {@link #add} finds it. */
  static Fact transport(Path directory) {
    List<Path> paths = NvmePaths.of(directory);
    return new ConnectionFacts(paths.isEmpty() ? directory : paths.getFirst()).transport();
  }

  private void addTo(Map<String, Fact> facts) {
    facts.put("transport", transport());
    facts.put("link", link("current_link"));
    facts.put("linkMax", link("max_link"));
    facts.put("numaNode", numaNode());
    facts.put("temperatureCelsius", temperature());
  }

  /** NVMe names its own: {@code pcie}, or what carries it over a network. */
  private Fact transport() {
    Fact fabric = new SysFile(directory.resolve("device/transport")).text();
    return fabric.value() instanceof String carrier && !carrier.equals("pcie") && isNvme()
        ? Fact.reported("nvme-" + carrier, fabric.source())
        : Transport.of(directory);
  }

  private boolean isNvme() {
    Path name = directory.getFileName();
    return name != null && name.toString().startsWith("nvme");
  }

  /** The one nearest to the device: USB or SATA before the PCI Express behind it. */
  private Fact link(String which) {
    for (Path at = real; at != null && !isTop(at); at = at.getParent()) {
      if (Files.exists(at.resolve("idVendor"))) {
        return usb(at, which);
      }
      if (Transport.ATA.names(name(at))) {
        return sata(at, which);
      }
      if (Files.exists(at.resolve(which + "_speed"))) {
        return pciExpress(at, which);
      }
    }
    return Fact.unknown("no link above " + directory);
  }

  private static Fact usb(Path at, String which) {
    Path speed = at.resolve("speed");
    return which.equals("current_link")
        ? withUnit(new SysFile(speed).text(), "USB ", " Mbit/s")
        : Fact.unknown("USB only says the speed it runs at: " + speed);
  }

  private static Fact pciExpress(Path at, String which) {
    Fact width = new SysFile(at.resolve(which + "_width")).text();
    Fact speed = new SysFile(at.resolve(which + "_speed")).text();
    if (!(width.value() instanceof String lanes)
        || !(speed.value() instanceof String rate)
        || !Character.isDigit(rate.charAt(0))) {
      return Fact.unknown("says no speed and width: " + at.resolve(which + "_speed"));
    }
    String plain = rate.endsWith(" PCIe") ? rate.substring(0, rate.length() - 5) : rate;
    return Fact.reported("PCIe " + plain + " x" + lanes, speed.source());
  }

  private static Fact sata(Path port, String which) {
    String file = which.equals("current_link") ? "sata_spd" : "hw_sata_spd_limit";
    for (String link : SysDirectory.entries(port)) {
      Path attributes = port.resolve(link).resolve("ata_link").resolve(link);
      if (link.startsWith("link") && Files.exists(attributes)) {
        return withUnit(new SysFile(attributes.resolve(file)).text(), "SATA ", "");
      }
    }
    return Fact.unknown("no link in " + port);
  }

  private static Fact withUnit(Fact speed, String before, String after) {
    if (!(speed.value() instanceof String text)) {
      return speed;
    }
    return Character.isDigit(text.charAt(0))
        ? Fact.reported(before + text + after, speed.source())
        : Fact.unknown("says no speed: " + speed.source());
  }

  private Fact numaNode() {
    for (Path at = real; at != null && !isTop(at); at = at.getParent()) {
      if (Files.exists(at.resolve("numa_node"))) {
        Fact node = new SysFile(at.resolve("numa_node")).text();
        return "-1".equals(node.value())
            ? Fact.unknown("the machine assigns none (-1): " + node.source())
            : new SysFile(at.resolve("numa_node")).number();
      }
    }
    return Fact.unknown("no numa_node above " + directory);
  }

  /** NVMe drives have their sensors in the controller's directory, disks in one named hwmon. */
  private Fact temperature() {
    Path device = directory.resolve("device");
    for (Path parent : List.of(device, device.resolve("hwmon"))) {
      for (String sensor : SysDirectory.entries(parent)) {
        Path input = parent.resolve(sensor).resolve("temp1_input");
        if (sensor.startsWith("hwmon") && Files.exists(input)) {
          return celsius(new SysFile(input).number());
        }
      }
    }
    return Fact.unknown("no sensor in " + device);
  }

  private static Fact celsius(Fact milli) {
    return milli.value() instanceof Long thousandths
        ? Fact.reported(thousandths / MILLI, milli.source())
        : milli;
  }

  private static boolean isTop(Path at) {
    return name(at).equals("devices");
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  private static @Nullable Path real(Path directory) {
    try {
      return directory.toRealPath();
    } catch (IOException e) {
      return null;
    }
  }
}

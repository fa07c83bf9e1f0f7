package dev.cleave.bench.health;

import dev.cleave.bench.trial.TrialDevices;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.profile.FillLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The health of all devices below two directories, at one time.
 *
 * @param fillPercent of the destination's file system, {@link FillLevel#UNKNOWN} if that isn't
 *     known
 */
public record HealthLook(List<DeviceHealth> devices, int fillPercent) {
  private static final Duration LONGEST_TOOL = Duration.ofSeconds(5);

  /** Of the kernel's log the last ones: a drive that fails has thousands. */
  private static final int MOST_LINES = 200;

  private static final int MOST_CHARS_OF_A_LINE = 500;

  public HealthLook {
    devices = List.copyOf(devices);
  }

  /**
   * Looks once; takes as long as the tools do, of each device at most some seconds.
   *
   * @param searchPath where tools are looked for, as PATH
   */
  public static HealthLook at(
      StorageStack source, StorageStack destination, Path sys, String searchPath) {
    return at(source, destination, sys, new BoundedTool(searchPath, LONGEST_TOOL));
  }

  static HealthLook at(StorageStack source, StorageStack destination, Path sys, BoundedTool tools) {
    TrialDevices devices = TrialDevices.of(source, destination);
    Set<String> names = new LinkedHashSet<>(devices.source());
    names.addAll(devices.target());
    List<DeviceHealth> health = new ArrayList<>();
    for (String name : names) {
      health.add(of(name, sys, tools));
    }
    return new HealthLook(health, FillLevel.percent(Path.of(destination.path())));
  }

  private static DeviceHealth of(String name, Path sys, BoundedTool tools) {
    DriveLog log = DriveLog.of(name, tools);
    Path dmesg = tools.find("dmesg");
    List<String> lines = List.of();
    String origin = "dmesg is not installed";
    if (dmesg != null) {
      try {
        List<String> all = tools.output(List.of(dmesg.toString())).lines().toList();
        origin = all.isEmpty() ? "dmesg prints nothing: it may not be allowed here" : dmesg + "";
        lines = naming(name, PcieErrors.address(name, sys), all);
      } catch (IOException e) {
        origin = dmesg + ": " + e.getMessage();
      }
    }
    return new DeviceHealth(
        name, log.content(), log.origin(), PcieErrors.of(name, sys), lines, origin);
  }

  /** The last lines with the device's name, its partitions', its controller's or its address. */
  private static List<String> naming(String name, String address, List<String> lines) {
    String controller = name.matches("nvme\\d+n\\d+") ? name.replaceAll("n\\d+$", "") : name;
    Pattern named =
        Pattern.compile(
            "\\b("
                + Pattern.quote(controller)
                + (controller.equals(name) ? "(p?\\d+)?" : "(n\\d+(p\\d+)?)?")
                + (address.isEmpty() ? "" : "|" + Pattern.quote(address))
                + ")\\b");
    List<String> found =
        lines.stream()
            .filter(line -> named.matcher(line).find())
            .map(line -> line.substring(0, Math.min(line.length(), MOST_CHARS_OF_A_LINE)))
            .toList();
    return found.subList(Math.max(0, found.size() - MOST_LINES), found.size());
  }

  /** The device of that name; null if there was none. */
  @Nullable DeviceHealth device(String name) {
    return devices.stream().filter(it -> it.name().equals(name)).findFirst().orElse(null);
  }
}

package dev.cleave.bench.health;

import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.profile.FillLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The looks before and after a run, as they are kept beside its samples in {@value #FILE}.
 *
 * @param schema {@value #SCHEMA}
 * @param after null while the run goes on
 * @param changes what got worse meanwhile, for people
 */
public record HealthRecord(
    String schema, HealthLook before, @Nullable HealthLook after, List<String> changes) {
  public static final String FILE = "health.json";
  public static final String SCHEMA = "cleave.health/1";

  private static final int MOST_LOG_LINES_SHOWN = 5;

  public HealthRecord {
    changes = List.copyOf(changes);
  }

  /** Of a run that begins. */
  public static HealthRecord begun(HealthLook before) {
    return new HealthRecord(SCHEMA, before, null, List.of());
  }

  /** As a run that goes on finds it in its directory; null if there is none to be read. */
  public static @Nullable HealthRecord in(Path run) throws IOException {
    Path file = run.resolve(FILE);
    try {
      return Files.exists(file)
          ? Json.PRETTY.readValue(Files.readString(file), HealthRecord.class)
          : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  public void save(Path run) throws IOException {
    AtomicFile.write(run.resolve(FILE), Json.PRETTY.writeValueAsString(this) + "\n");
  }

  /** The same with the look after the run, and what got worse. */
  public HealthRecord ended(HealthLook later) {
    List<String> found = new ArrayList<>();
    for (DeviceHealth now : later.devices()) {
      DeviceHealth then = before.device(now.name());
      if (then != null) {
        addGrowth(now.name() + ": ", then.pcieErrors(), now.pcieErrors(), found);
        Map<String, Long> thenTold = DriveLog.telling(then.log());
        addGrowth(now.name() + ": ", thenTold, DriveLog.telling(now.log()), found);
        addLines(then, now, found);
      }
    }
    addFill(later, found);
    return new HealthRecord(SCHEMA, before, later, found);
  }

  /** What wasn't counted before can't be said to have grown. */
  private static void addGrowth(
      String device, Map<String, Long> then, Map<String, Long> now, List<String> found) {
    now.forEach(
        (name, count) -> {
          Long old = then.get(name);
          if (old != null && count > old) {
            found.add(device + name + " was " + old + " before the run and is " + count);
          }
        });
  }

  private static void addLines(DeviceHealth then, DeviceHealth now, List<String> found) {
    Set<String> lines = new LinkedHashSet<>(now.kernelLog());
    then.kernelLog().forEach(lines::remove);
    lines.stream()
        .limit(MOST_LOG_LINES_SHOWN)
        .forEach(line -> found.add(now.name() + ": the kernel said: " + line));
    if (lines.size() > MOST_LOG_LINES_SHOWN) {
      int more = lines.size() - MOST_LOG_LINES_SHOWN;
      found.add(now.name() + ": the kernel said " + more + " lines more, see " + FILE);
    }
  }

  private void addFill(HealthLook later, List<String> found) {
    int then = before.fillPercent();
    int now = later.fillPercent();
    if (then != FillLevel.UNKNOWN && now > then + 1) {
      found.add("the destination was " + then + " % full before the run and is " + now + " %");
    }
  }
}

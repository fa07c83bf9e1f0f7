package dev.cleave.reports.json;

import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.CrossCheck;
import dev.cleave.tuner.device.DeviceClass;
import dev.cleave.tuner.device.Mount;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.json.Json;
import java.util.List;

/**
 * What {@code cleave probe --json} prints.
 *
 * @param schema {@value #SCHEMA}
 * @param identity what a profile knows the stack by
 * @param warnings where what is reported doesn't fit what was measured
 */
public record ProbeDocument(
    String schema,
    String path,
    Mount mount,
    String fileSystem,
    DeviceClass deviceClass,
    List<BlockDevice> stack,
    List<BlockDevice> leaves,
    String identity,
    List<String> warnings) {
  public static final String SCHEMA = "cleave.probe/1";

  public ProbeDocument {
    stack = List.copyOf(stack);
    leaves = List.copyOf(leaves);
    warnings = List.copyOf(warnings);
  }

  public static ProbeDocument of(StorageStack probed) {
    return new ProbeDocument(
        SCHEMA,
        probed.path(),
        probed.mount(),
        probed.fileSystem(),
        probed.deviceClass(),
        probed.stack(),
        probed.leaves(),
        probed.identity(),
        CrossCheck.contradictions(probed));
  }

  public String toJson() {
    return Json.PRETTY.writeValueAsString(this);
  }
}

package dev.cleave.reports.json;

import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.measure.DeviceState;
import dev.cleave.tuner.measure.MachineLoad;
import dev.cleave.tuner.measure.TargetSpace;
import dev.cleave.tuner.measure.TargetState;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings runs of earlier Cleaves into today's form; what was not recorded then is unknown now.
 *
 * <p>Two forms are known: before a run had several sweeps, it said once for all of it what a sweep
 * says; and samples had less evidence.
 */
final class OlderRun {
  private static final String SWEEPS = "sweeps";

  private OlderRun() {}

  /** Changes the document where it is of an earlier form. */
  static void bringUpToDate(ObjectNode run) {
    if (!run.has(SWEEPS) && run.path("classes") instanceof ObjectNode classes) {
      ArrayNode sweeps = run.putArray(SWEEPS);
      for (Map.Entry<String, JsonNode> found : classes.properties()) {
        sweeps.add(sweep(run, found.getKey(), found.getValue()));
      }
    }
    for (JsonNode sample : run.path("samples")) {
      if (sample.path("evidence") instanceof ObjectNode evidence) {
        addUnknowns(evidence);
      }
    }
  }

  /** Then every sample copied one file. */
  private static ObjectNode sweep(ObjectNode run, String sizeClass, JsonNode recommendations) {
    JsonNode settings = run.path("settings");
    ObjectNode sweep = Json.LINE.createObjectNode();
    sweep.put("sizeClass", sizeClass);
    sweep.set("cacheState", settings.path("cacheState"));
    sweep.putObject("data").put("files", 1).set("bytes", settings.path("fileBytes"));
    sweep.set("candidates", run.path("candidates"));
    sweep.set("notTried", run.path("notTried"));
    sweep.set("noise", run.path("noise"));
    sweep.putArray("looks");
    sweep.set("recommendations", recommendations);
    sweep.putArray("knobs");
    return sweep;
  }

  private static void addUnknowns(ObjectNode evidence) {
    addIfAbsent(evidence, "targetState", TargetState.NEW);
    addIfAbsent(evidence, "load", MachineLoad.UNKNOWN);
    addIfAbsent(evidence, "device", DeviceState.UNKNOWN);
    addIfAbsent(evidence, "space", TargetSpace.UNKNOWN);
  }

  private static void addIfAbsent(ObjectNode evidence, String field, Object unknown) {
    if (!evidence.has(field)) {
      evidence.set(field, Json.LINE.valueToTree(unknown));
    }
  }
}

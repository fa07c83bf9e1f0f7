package dev.cleave.bench.cli;

import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.simulate.SimulationRow;
import java.util.List;

/**
 * What {@code cleave simulate --json} prints.
 *
 * @param schema {@value #SCHEMA}
 */
record SimulationDocument(String schema, int tunes, long seed, List<SimulationRow> rows) {
  static final String SCHEMA = "cleave.simulate/1";

  String toJson() {
    return Json.PRETTY.writeValueAsString(this) + "\n";
  }
}

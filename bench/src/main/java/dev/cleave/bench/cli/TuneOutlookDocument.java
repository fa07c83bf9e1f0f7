package dev.cleave.bench.cli;

import dev.cleave.bench.tune.TuneOutlook;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.search.SweepPlan;
import java.util.List;
import java.util.Map;

/**
 * What {@code cleave tune --dry-run --json} prints.
 *
 * @param schema {@value #SCHEMA}
 * @param expectedSeconds of the whole tune
 * @param notTuned size classes that the budget has no time for
 * @param without backends that don't work here, and why
 */
record TuneOutlookDocument(
    String schema,
    List<Part> parts,
    double expectedSeconds,
    long expectedBytesWritten,
    List<String> notTuned,
    Map<BackendKind, String> without) {
  static final String SCHEMA = "cleave.tune-outlook/1";

  /**
   * A size class and cache state.
   *
   * @param samples expected in the sweep
   * @param roomBytes that data and copy take
   * @param noise standard deviation of the log ratio of two copies under one plan
   * @param resolvable the gain that can be told from none, 0.04 for 4 %; null if none can
   */
  record Part(
      String sizeClass,
      String cacheState,
      long files,
      long bytes,
      List<Candidate> candidates,
      List<String> notTried,
      long samples,
      double expectedSeconds,
      long expectedBytesWritten,
      long roomBytes,
      double noise,
      double resolvable) {
    static Part of(TuneOutlook.Part part) {
      SweepPlan plan = part.plan();
      return new Part(
          part.sizeClass().toString(),
          part.cacheState().toString(),
          part.data().files(),
          part.data().bytes(),
          plan.candidates(),
          plan.notTried().stream().map(Candidate::name).toList(),
          (long) plan.rounds() * plan.candidates().size(),
          plan.expectedSeconds(),
          plan.expectedBytesWritten(),
          2 * part.data().bytes(),
          plan.noise(),
          plan.resolvable());
    }
  }

  static TuneOutlookDocument of(TuneOutlook outlook) {
    List<Part> parts = outlook.parts().stream().map(Part::of).toList();
    return new TuneOutlookDocument(
        SCHEMA,
        parts,
        parts.stream().mapToDouble(Part::expectedSeconds).sum(),
        parts.stream().mapToLong(Part::expectedBytesWritten).sum(),
        outlook.leftOut(),
        outlook.without());
  }

  String toJson() {
    return Json.PRETTY.writeValueAsString(this);
  }
}

package dev.cleave.bench.process;

import dev.cleave.bench.trial.CopyResult;
import dev.cleave.engine.PlanUse;
import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JacksonException;

/** What a run of {@code cleave copy --json} says of itself. */
public final class CopyProcess {
  private CopyProcess() {}

  /** What of the document is of use here. */
  private record Document(long bytes, List<PlanUse> plans, List<String> warnings) {}

  /**
   * The result of such a run.
   *
   * @throws IOException if it printed no such document
   */
  public static CopyResult result(ProcessRun run) throws IOException {
    try {
      Document done = Json.LINE.readValue(run.output(), Document.class);
      return new CopyResult(
          done.plans(), done.bytes(), run.seconds(), run.resources(), done.warnings());
    } catch (JacksonException e) {
      throw new IOException(
          "cleave copy --json printed no document: '" + run.output().strip() + "'", e);
    }
  }
}

package dev.cleave.bench.qualify;

import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.qualify.BadBlock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a check after a loss of power found.
 *
 * @param acknowledged syncs, known by the log or by a later write
 * @param logged those of them that the log has
 * @param blocksChecked all that an acknowledged write went to
 * @param bad blocks that are not as acknowledged
 */
public record PowerLossOutcome(
    long acknowledged, long logged, int blocksChecked, List<BadBlock> bad) {
  public PowerLossOutcome {
    bad = List.copyOf(bad);
  }

  public boolean isWhole() {
    return bad.isEmpty();
  }

  public String toJson() {
    return Json.PRETTY.writeValueAsString(
        Map.of(
            "schema",
            "cleave.power-loss/1",
            "verdict",
            verdict(),
            "acknowledged",
            acknowledged,
            "logged",
            logged,
            "blocksChecked",
            blocksChecked,
            "bad",
            bad));
  }

  private String verdict() {
    return isWhole() ? "PASS" : "FAIL";
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %d acknowledged syncs (%d in the log), %d blocks checked, %d not as acknowledged",
            verdict(),
            acknowledged,
            logged,
            blocksChecked,
            bad.size()));
    bad.forEach(
        it -> text.append("\noffset " + it.offset() + ": " + it.kind() + ", " + it.fault()));
    return text.toString();
  }
}

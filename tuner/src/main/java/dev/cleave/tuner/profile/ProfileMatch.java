package dev.cleave.tuner.profile;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a copy between two devices goes by.
 *
 * @param profile the id of the first profile taken; null if none was
 * @param plans for every size class and clock
 * @param chain all that was considered, the sequential default last
 * @param warnings what could not be considered
 */
public record ProfileMatch(
    @Nullable String profile,
    Map<SizeClass, Map<Clock, MatchedPlan>> plans,
    List<MatchStep> chain,
    List<String> warnings) {
  public ProfileMatch {
    chain = List.copyOf(chain);
    warnings = List.copyOf(warnings);
  }

  public MatchedPlan plan(SizeClass sizeClass, Clock clock) {
    return Objects.requireNonNull(Objects.requireNonNull(plans.get(sizeClass)).get(clock));
  }
}

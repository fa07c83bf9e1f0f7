package dev.cleave.bench.qualify.specification;

import dev.cleave.tuner.qualify.Requirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What devices are held against.
 *
 * @param writeBudgetBytes all that may be written on each device; null for no limit
 * @param acceptsGroupLimits whether what a control group allows is part of what is qualified; a
 *     limit that is reached otherwise makes a measurement invalid
 * @param comparesWithFio whether {@code fio} measures the same, where it is installed
 * @param measuresOn whether what isn't decided is measured for longer than its run
 * @param text of the whole file
 */
public record Specification(
    String name,
    @Nullable Long writeBudgetBytes,
    boolean acceptsGroupLimits,
    boolean comparesWithFio,
    boolean measuresOn,
    List<FactRequirement> facts,
    List<Requirement> requirements,
    String text) {
  public Specification {
    facts = List.copyOf(facts);
    requirements = List.copyOf(requirements);
  }
}

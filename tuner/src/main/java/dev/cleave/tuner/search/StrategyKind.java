package dev.cleave.tuner.search;

import java.util.function.Supplier;

/** Every search strategy; one file and one line add another. */
public enum StrategyKind {
  GRID("grid", GridSearch::new),
  RACE("race", () -> new Elimination(new ProvenWorse())),
  HALVING("halving", () -> new Elimination(new SlowestThird()));

  /** The one that wins in the simulator: the fewest samples of those that hold the regret. */
  public static final StrategyKind DEFAULT = HALVING;

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a reference to a constructor holds no state
  private final Supplier<SearchStrategy> constructor;

  StrategyKind(String label, Supplier<SearchStrategy> constructor) {
    this.label = label;
    this.constructor = constructor;
  }

  public SearchStrategy create() {
    return constructor.get();
  }

  @Override
  public String toString() {
    return label;
  }
}

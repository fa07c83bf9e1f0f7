package dev.cleave.tuner.profile;

/**
 * How closely a profile fits the devices of a copy, the closest first. A further level is a
 * constant here, before {@link #SEQUENTIAL_DEFAULT}, and in {@link IndexedPlan} the columns that it
 * compares.
 */
public enum MatchLevel {
  SAME_DEVICES("same device pair") {
    @Override
    boolean fits(IndexedPlan indexed, ProfileKey asked) {
      return indexed.key().source().equals(asked.source())
          && indexed.key().destination().equals(asked.destination());
    }
  },
  /** What is left where no profile says anything: it needs none. */
  SEQUENTIAL_DEFAULT("sequential default") {
    @Override
    boolean fits(IndexedPlan indexed, ProfileKey asked) {
      return false;
    }
  };

  private final String label;

  MatchLevel(String label) {
    this.label = label;
  }

  /** Whether a plan may be used, on this level, for a copy between these devices. */
  abstract boolean fits(IndexedPlan indexed, ProfileKey asked);

  @Override
  public String toString() {
    return label;
  }
}

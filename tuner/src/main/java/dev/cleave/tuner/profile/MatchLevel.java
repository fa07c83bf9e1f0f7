package dev.cleave.tuner.profile;

/**
 * How closely a profile fits the devices of a copy, the closest first. A further level is a
 * constant here, before {@link #SEQUENTIAL_DEFAULT}, and in {@link ProfileKey} what it compares.
 */
public enum MatchLevel {
  SAME_DEVICES("same device pair") {
    @Override
    boolean fits(ProfileKey tuned, ProfileKey asked) {
      return tuned.source().equals(asked.source())
          && tuned.destination().equals(asked.destination());
    }
  },
  /** Other devices of the same make, with the same file system and layers on them. */
  SAME_MODELS("same model and file system pair") {
    @Override
    boolean fits(ProfileKey tuned, ProfileKey asked) {
      return SAME_CLASSES.fits(tuned, asked)
          && isSame(tuned.sourceTraits().model(), asked.sourceTraits().model())
          && isSame(tuned.destinationTraits().model(), asked.destinationTraits().model())
          && isSame(tuned.sourceTraits().fileSystem(), asked.sourceTraits().fileSystem())
          && isSame(tuned.destinationTraits().fileSystem(), asked.destinationTraits().fileSystem());
    }
  },
  SAME_CLASSES("same class pair") {
    @Override
    boolean fits(ProfileKey tuned, ProfileKey asked) {
      return tuned.relation() == asked.relation()
          && isSame(tuned.sourceTraits().deviceClass(), asked.sourceTraits().deviceClass())
          && isSame(
              tuned.destinationTraits().deviceClass(), asked.destinationTraits().deviceClass());
    }
  },
  /** As the one above, for profiles that came with Cleave, which fit on no other level. */
  SHIPPED_DEFAULT("shipped default for the class") {
    @Override
    boolean fits(ProfileKey tuned, ProfileKey asked) {
      return SAME_CLASSES.fits(tuned, asked);
    }
  },
  /** What is left where no profile says anything: it needs none. */
  SEQUENTIAL_DEFAULT("sequential default") {
    @Override
    boolean fits(ProfileKey tuned, ProfileKey asked) {
      return false;
    }
  };

  private final String label;

  MatchLevel(String label) {
    this.label = label;
  }

  /** Whether what was tuned for one pair may be used, on this level, for another. */
  abstract boolean fits(ProfileKey tuned, ProfileKey asked);

  /** What isn't known is the same as nothing. */
  private static boolean isSame(String one, String other) {
    return !one.isEmpty() && one.equals(other);
  }

  /** Whether profiles of that origin are looked at on this level. */
  boolean isFor(StoreOrigin origin) {
    return this != SEQUENTIAL_DEFAULT
        && (origin == StoreOrigin.SHIPPED) == (this == SHIPPED_DEFAULT);
  }

  /** Whether the profile is of other devices than the copy's. */
  boolean isBorrowed() {
    return this != SAME_DEVICES;
  }

  /** Whether the profile says something of these very devices or of ones of their make. */
  boolean isOfTheModel() {
    return this == SAME_DEVICES || this == SAME_MODELS;
  }

  @Override
  public String toString() {
    return label;
  }
}

package dev.cleave.tuner.profile;

/** Whose profiles a store holds; the nearer one counts first. */
public enum StoreOrigin {
  USER("user"),
  SITE("site"),
  /** Part of the program: whoever could change its files could change the program too. */
  SHIPPED("shipped");

  private final String label;

  StoreOrigin(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}

package dev.cleave.tuner.qualify;

/** On which side of a bound what is asked for lies. */
public enum Comparison {
  AT_LEAST("at-least", ">="),
  ABOVE("above", ">"),
  AT_MOST("at-most", "<="),
  BELOW("below", "<");

  private final String label;
  private final String sign;

  Comparison(String label, String sign) {
    this.label = label;
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /** Whether more is better. */
  public boolean isUpwards() {
    return this == AT_LEAST || this == ABOVE;
  }

  /** Whether exactly that value is what is asked for. */
  public boolean holds(double value, double bound) {
    return switch (this) {
      case AT_LEAST -> value >= bound;
      case ABOVE -> value > bound;
      case AT_MOST -> value <= bound;
      case BELOW -> value < bound;
    };
  }

  @Override
  public String toString() {
    return label;
  }
}

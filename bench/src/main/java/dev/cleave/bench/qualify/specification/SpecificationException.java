package dev.cleave.bench.qualify.specification;

/** A specification that can't be used; says where, and what to do about it. */
public final class SpecificationException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  SpecificationException(String file, int line, int column, String message) {
    super(file + ":" + line + ":" + column + ": " + message);
    this.line = line;
    this.column = column;
  }

  /** From 1. */
  public int line() {
    return line;
  }

  /** From 1. */
  public int column() {
    return column;
  }
}

package dev.cleave.bench.cli;

/** The {@code cleave} command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}

package dev.cleave.bench.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** Constants by the labels that their {@code toString} gives, for picocli's converters. */
final class Labels {
  private Labels() {}

  /**
   * The constant of that label.
   *
   * @param otherwise what is said behind the quoted label if it is none
   */
  static <T> T find(T[] constants, String label, String otherwise) {
    return Arrays.stream(constants)
        .filter(constant -> constant.toString().equals(label))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + label + "' is " + otherwise));
  }

  /** The labels, as a list for people. */
  static <T> String all(T[] constants) {
    return Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "));
  }
}

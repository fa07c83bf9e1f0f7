package dev.cleave.bench.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a command line apart as getopt_long(3) does, one option at a time: options and operands in
 * any order, short options in clusters, long ones by any unique prefix, {@code --} as the end of
 * options. What is wrong with the third option is only said once the first two were taken.
 *
 * <p>For {@code copy}, whose users have cp in their fingers. picocli knows neither unique prefixes
 * nor POSIXLY_CORRECT, and takes 250 ms to start, which is longer than copying most files.
 */
final class GnuOptions<T extends GnuOptions.Option> {
  /**
   * Whether an option has a value.
   *
   * @param implied what an option counts as that is given without one
   */
  record Value(boolean required, boolean allowed, String implied) {
    static final Value NONE = new Value(false, false, "");
    static final Value REQUIRED = new Value(true, true, "");

    /** Only attached to the long name: {@code --name=value}. */
    static Value optional(String implied) {
      return new Value(false, true, implied);
    }
  }

  /**
   * How an option is written.
   *
   * @param letters each of them means the same; empty if it has none
   * @param names without dashes
   */
  record Spelling(String letters, Value value, List<String> names) {
    private boolean begins(String prefix) {
      return !fullName(prefix).isEmpty();
    }

    /** The name meant by that one or its beginning; empty if it is none. */
    private String fullName(String prefix) {
      if (names.contains(prefix)) {
        return prefix;
      }
      for (String name : names) {
        if (name.startsWith(prefix)) {
          return name;
        }
      }
      return "";
    }
  }

  /** What can be given. */
  interface Option {
    Spelling spelling();

    /** Whether a beginning of a name that fits another option, too, stands for that one. */
    boolean yields();
  }

  /** An option that was given, with its value; that is empty if it has none. */
  record Given<T extends Option>(T option, String value) {}

  private final List<T> known;
  private final String[] args;
  private final boolean stopAtOperand;
  private final List<String> operands = new ArrayList<>();
  private int at;
  private String cluster = "";
  private int atLetter;

  /**
   * @param stopAtOperand POSIXLY_CORRECT: the first operand ends the options
   */
  GnuOptions(List<T> known, String[] args, boolean stopAtOperand) {
    this.known = known;
    this.args = args;
    this.stopAtOperand = stopAtOperand;
  }

  /**
   * The next option, or null if there is none.
   *
   * @throws CommandException if it is unknown, ambiguous, or lacks its value; in the words of
   *     getopt_long(3)
   */
  @Nullable Given<T> next() throws CommandException {
    if (atLetter < cluster.length()) {
      return letter();
    }
    while (at < args.length) {
      String argument = args[at++];
      if (argument.equals("--")) {
        takeRest();
      } else if (argument.startsWith("--")) {
        return longOption(argument.substring(2));
      } else if (argument.startsWith("-") && argument.length() > 1) {
        cluster = argument;
        atLetter = 1;
        return letter();
      } else {
        operands.add(argument);
        if (stopAtOperand) {
          takeRest();
        }
      }
    }
    return null;
  }

  /** What is left, once there is no next option. */
  List<String> operands() {
    return operands;
  }

  private void takeRest() {
    while (at < args.length) {
      operands.add(args[at++]);
    }
  }

  private Given<T> longOption(String text) throws CommandException {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    T option = byName(name, text);
    String shown = "'--" + option.spelling().fullName(name) + "'";
    if (equals >= 0) {
      if (!option.spelling().value().allowed()) {
        throw CommandException.wrongUsage("option " + shown + " doesn't allow an argument");
      }
      return new Given<>(option, text.substring(equals + 1));
    }
    return new Given<>(option, valueBehind(option, "option " + shown + " requires an argument"));
  }

  /** The option of that very name, or else the one whose name begins with it. */
  private T byName(String name, String shown) throws CommandException {
    List<T> fitting = new ArrayList<>();
    for (T option : known) {
      if (option.spelling().names().contains(name)) {
        return option;
      }
      if (option.spelling().begins(name)) {
        fitting.add(option);
      }
    }
    return switch (fitting.size()) {
      case 0 -> throw CommandException.wrongUsage("unrecognized option '--" + shown + "'");
      case 1 -> fitting.getFirst();
      default -> unyielding(fitting, name, shown);
    };
  }

  private T unyielding(List<T> fitting, String name, String shown) throws CommandException {
    List<T> unyielding = new ArrayList<>();
    for (T option : fitting) {
      if (!option.yields()) {
        unyielding.add(option);
      }
    }
    if (unyielding.size() == 1) {
      return unyielding.getFirst();
    }
    throw ambiguous(unyielding.isEmpty() ? fitting : unyielding, name, shown);
  }

  private CommandException ambiguous(List<T> fitting, String name, String shown) {
    StringBuilder possible = new StringBuilder();
    for (T option : fitting) {
      possible.append(" '--").append(option.spelling().fullName(name)).append('\'');
    }
    return CommandException.wrongUsage(
        "option '--" + shown + "' is ambiguous; possibilities:" + possible);
  }

  private Given<T> letter() throws CommandException {
    char letter = cluster.charAt(atLetter++);
    T option = byLetter(letter);
    if (option.spelling().value().required() && atLetter < cluster.length()) {
      String attached = cluster.substring(atLetter);
      atLetter = cluster.length();
      return new Given<>(option, attached);
    }
    return new Given<>(
        option, valueBehind(option, "option requires an argument -- '" + letter + "'"));
  }

  private T byLetter(char letter) throws CommandException {
    for (T option : known) {
      if (option.spelling().letters().indexOf(letter) >= 0) {
        return option;
      }
    }
    throw CommandException.wrongUsage("invalid option -- '" + letter + "'");
  }

  /** The value of an option that has none attached. */
  private String valueBehind(Option option, String otherwise) throws CommandException {
    if (!option.spelling().value().required()) {
      return option.spelling().value().implied();
    }
    if (at == args.length) {
      throw CommandException.wrongUsage(otherwise);
    }
    return args[at++];
  }
}

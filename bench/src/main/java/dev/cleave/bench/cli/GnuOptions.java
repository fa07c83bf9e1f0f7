package dev.cleave.bench.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a command line apart as getopt_long(3) does: options and operands in any order, short
 * options in clusters, long ones by any unique prefix, {@code --} as the end of options.
 *
 * <p>For {@code copy}, whose users have cp in their fingers. picocli knows neither unique prefixes
 * nor POSIXLY_CORRECT, and takes 250 ms to start, which is longer than copying most files.
 *
 * @param options those given, in their order
 * @param operands what is left
 */
record GnuOptions<T extends GnuOptions.Option>(List<Given<T>> options, List<String> operands) {
  /** Whether an option has a value. */
  enum Value {
    NONE,
    REQUIRED,
    /** Only attached: {@code --name=value}, or {@code -xvalue}. */
    OPTIONAL
  }

  /** What can be given. */
  interface Option {
    /** Its letters, each of which means the same; empty if it has none. */
    String letters();

    /** Its long names, without dashes. */
    List<String> names();

    Value value();
  }

  /** An option that was given, with its value if it has one. */
  record Given<T extends Option>(T option, @Nullable String value) {}

  /**
   * @param stopAtOperand POSIXLY_CORRECT: the first operand ends the options
   * @throws CommandException if an option is unknown, ambiguous, or lacks its value; in the words
   *     of getopt_long(3)
   */
  static <T extends Option> GnuOptions<T> parse(List<T> known, String[] args, boolean stopAtOperand)
      throws CommandException {
    Parser<T> parser = new Parser<>(known, args);
    while (parser.hasNext()) {
      String argument = parser.next();
      if (argument.equals("--")) {
        parser.takeRest();
      } else if (argument.startsWith("--")) {
        parser.longOption(argument.substring(2));
      } else if (argument.startsWith("-") && argument.length() > 1) {
        parser.letters(argument);
      } else {
        parser.operands.add(argument);
        if (stopAtOperand) {
          parser.takeRest();
        }
      }
    }
    return new GnuOptions<>(parser.given, parser.operands);
  }

  private static final class Parser<T extends Option> {
    private final List<T> known;
    private final String[] args;
    private final List<Given<T>> given = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();
    private int at;

    Parser(List<T> known, String[] args) {
      this.known = known;
      this.args = args;
    }

    boolean hasNext() {
      return at < args.length;
    }

    String next() {
      return args[at++];
    }

    void takeRest() {
      while (hasNext()) {
        operands.add(next());
      }
    }

    void longOption(String text) throws CommandException {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      String attached = equals < 0 ? null : text.substring(equals + 1);
      T option = byName(name);
      String shown = "'--" + fullName(option, name) + "'";
      if (option.value() == Value.NONE && attached != null) {
        throw CommandException.wrongUsage("option " + shown + " doesn't allow an argument");
      }
      if (option.value() == Value.REQUIRED && attached == null) {
        attached = required("option " + shown + " requires an argument");
      }
      given.add(new Given<>(option, attached));
    }

    private T byName(String name) throws CommandException {
      List<T> fitting = new ArrayList<>();
      StringBuilder possible = new StringBuilder();
      for (T option : known) {
        for (String full : option.names()) {
          if (full.equals(name)) {
            return option;
          }
          if (full.startsWith(name)) {
            possible.append(" '--").append(full).append('\'');
            if (!fitting.contains(option)) {
              fitting.add(option);
            }
          }
        }
      }
      if (fitting.isEmpty()) {
        throw CommandException.wrongUsage("unrecognized option '--" + name + "'");
      }
      if (fitting.size() > 1) {
        throw CommandException.wrongUsage(
            "option '--" + name + "' is ambiguous; possibilities:" + possible);
      }
      return fitting.getFirst();
    }

    private static String fullName(Option option, String name) {
      for (String full : option.names()) {
        if (full.startsWith(name)) {
          return full;
        }
      }
      return name;
    }

    void letters(String cluster) throws CommandException {
      for (int i = 1; i < cluster.length(); i++) {
        T option = byLetter(cluster.charAt(i));
        if (option.value() == Value.NONE) {
          given.add(new Given<>(option, null));
          continue;
        }
        String attached = i + 1 < cluster.length() ? cluster.substring(i + 1) : null;
        if (attached == null && option.value() == Value.REQUIRED) {
          attached = required("option requires an argument -- '" + cluster.charAt(i) + "'");
        }
        given.add(new Given<>(option, attached));
        return;
      }
    }

    private T byLetter(char letter) throws CommandException {
      for (T option : known) {
        if (option.letters().indexOf(letter) >= 0) {
          return option;
        }
      }
      throw CommandException.wrongUsage("invalid option -- '" + letter + "'");
    }

    private String required(String otherwise) throws CommandException {
      if (!hasNext()) {
        throw CommandException.wrongUsage(otherwise);
      }
      return next();
    }
  }
}

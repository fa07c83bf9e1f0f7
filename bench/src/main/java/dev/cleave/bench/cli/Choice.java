package dev.cleave.bench.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * One of several words, as GNU's argmatch has it: the word, or a beginning of it that fits nothing
 * else. Words that mean the same are beside each other.
 */
final class Choice<T> {
  private final String context;
  private final List<String> words = new ArrayList<>();
  private final List<T> meanings = new ArrayList<>();

  private Choice(String context) {
    this.context = context;
  }

  /**
   * Each by its label.
   *
   * @param context what is chosen, as messages name it
   */
  @SafeVarargs
  static <T> Choice<T> of(String context, T... meanings) {
    Choice<T> choice = new Choice<>(context);
    for (T meaning : meanings) {
      choice.or(meaning, meaning.toString());
    }
    return choice;
  }

  /** One more, by all these words. */
  Choice<T> or(T meaning, String... synonyms) {
    for (String word : synonyms) {
      words.add(word);
      meanings.add(meaning);
    }
    return this;
  }

  /**
   * @throws CommandException if the word fits none or several, in the words of argmatch
   */
  T named(String word, LocaleQuote quotes) throws CommandException {
    return named(word, context, quotes);
  }

  /** The same, in another context. */
  T named(String word, String where, LocaleQuote quotes) throws CommandException {
    List<T> fitting = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      T meaning = meanings.get(i);
      if (words.get(i).equals(word)) {
        return meaning;
      }
      if (words.get(i).startsWith(word) && !fitting.contains(meaning)) {
        fitting.add(meaning);
      }
    }
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    throw CommandException.wrongUsage(
        (fitting.isEmpty() ? "invalid" : "ambiguous")
            + " argument "
            + quotes.quote(word)
            + " for "
            + quotes.quote(where),
        validWords(quotes));
  }

  private List<String> validWords(LocaleQuote quotes) {
    List<String> lines = new ArrayList<>(List.of("Valid arguments are:"));
    for (int i = 0; i < words.size(); i++) {
      String quoted = quotes.quote(words.get(i));
      if (i > 0 && meanings.get(i).equals(meanings.get(i - 1))) {
        lines.add(lines.removeLast() + ", " + quoted);
      } else {
        lines.add("  - " + quoted);
      }
    }
    return lines;
  }
}

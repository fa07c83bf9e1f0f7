package dev.cleave.bench.cli;

import dev.cleave.engine.options.PreserveOptions;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What {@code --preserve}, {@code --no-preserve}, -p, -d and -a ask for together, in order. */
final class PreserveList {
  private enum Attribute {
    MODE,
    TIMESTAMPS,
    OWNERSHIP,
    LINKS,
    CONTEXT,
    XATTR,
    ALL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Choice<Attribute> ATTRIBUTES = Choice.of("--preserve", Attribute.values());

  private final Set<Attribute> kept = EnumSet.noneOf(Attribute.class);
  private final Set<Attribute> requiredByName = EnumSet.noneOf(Attribute.class);
  private boolean required;
  private boolean plainMode;

  /** {@code --preserve=LIST}. */
  void keep(String list, LocaleQuote quotes) throws CommandException {
    for (String word : list.split(",", -1)) {
      set(ATTRIBUTES.named(word, quotes), true);
    }
    required = true;
  }

  /** {@code --no-preserve=LIST}. */
  void drop(String list, LocaleQuote quotes) throws CommandException {
    for (String word : list.split(",", -1)) {
      set(ATTRIBUTES.named(word, "--no-preserve", quotes), false);
    }
  }

  /** {@code -a}: all, as far as it goes. */
  void keepAll() {
    keepAll(true);
    required = true;
  }

  /** {@code -d}. */
  void keepLinks() {
    kept.add(Attribute.LINKS);
  }

  private void set(Attribute attribute, boolean keep) {
    switch (attribute) {
      case ALL -> {
        keepAll(keep);
        plainMode = !keep;
      }
      case MODE -> {
        keepOne(attribute, keep);
        plainMode = !keep;
      }
      case CONTEXT, XATTR -> {
        keepOne(attribute, keep);
        if (keep) {
          requiredByName.add(attribute);
        } else {
          requiredByName.remove(attribute);
        }
      }
      case TIMESTAMPS, OWNERSHIP, LINKS -> keepOne(attribute, keep);
    }
  }

  /** The context counts among them only where there is such a thing. */
  private void keepAll(boolean keep) {
    for (Attribute attribute : Attribute.values()) {
      if (attribute != Attribute.CONTEXT || Selinux.isEnabled()) {
        keepOne(attribute, keep);
      }
    }
  }

  private void keepOne(Attribute attribute, boolean keep) {
    if (keep) {
      kept.add(attribute);
    } else {
      kept.remove(attribute);
    }
  }

  /** Whether the security context was asked for by name. */
  boolean requiresContext() {
    return requiredByName.contains(Attribute.CONTEXT);
  }

  PreserveOptions options() {
    return new PreserveOptions(
        kept.contains(Attribute.MODE),
        kept.contains(Attribute.OWNERSHIP),
        kept.contains(Attribute.TIMESTAMPS),
        kept.contains(Attribute.LINKS),
        kept.contains(Attribute.CONTEXT),
        kept.contains(Attribute.XATTR),
        plainMode && !kept.contains(Attribute.MODE),
        required,
        requiredByName.contains(Attribute.XATTR));
  }
}

package dev.cleave.bench.cli;

import dev.cleave.engine.CopyError;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyListener;
import dev.cleave.engine.Intent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says for each entry what would become of it, in the style of {@code -v}. */
final class DryRunLines implements CopyListener {
  private final Console console;
  private final boolean namesEntries;
  private final boolean keepsAll;
  private final DryRunCounts counts = new DryRunCounts();
  private final List<CopyError> errors = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  DryRunLines(Console console, Speech speech) {
    this.console = console;
    this.namesEntries = !speech.json() && !speech.quiet();
    this.keepsAll = speech.json();
  }

  DryRunCounts counts() {
    return counts;
  }

  /** All of them, for a JSON document alone. */
  List<CopyError> errors() {
    return errors;
  }

  /** Likewise. */
  List<String> warnings() {
    return warnings;
  }

  @Override
  public boolean wantsOrder() {
    return true;
  }

  @Override
  public void parentMade(CopyItem parent) {
    intended(Intent.toFreeName(parent, Intent.Deed.COPY));
  }

  @Override
  public void intended(Intent intent) {
    counts.add(intent);
    if (namesEntries) {
      console.out().println(line(intent));
    }
  }

  private static String line(Intent intent) {
    String deed =
        switch (intent.deed()) {
          case COPY -> "would copy ";
          case LINK -> "would link ";
          case SKIP -> "would skip ";
        };
    CopyItem item = intent.item();
    String remark = remark(intent);
    return deed
        + item.source().quoted()
        + " -> "
        + item.target().quoted()
        + (remark == null ? "" : " (" + remark + (intent.asks() ? ", after asking)" : ")"));
  }

  private static @Nullable String remark(Intent intent) {
    return switch (intent.old()) {
      case NONE -> null;
      case REPLACED -> "replaced";
      case REMOVED -> "removed first";
      case BACKED_UP -> intent.backup() == null ? null : "backup: " + intent.backup().quoted();
      case LEFT -> intent.why();
    };
  }

  @Override
  public void warned(String message) {
    if (keepsAll) {
      warnings.add(message);
    }
    console.say(message);
  }

  @Override
  public void failed(CopyError error) {
    if (keepsAll) {
      errors.add(error);
    }
    console.say(error.message());
  }
}

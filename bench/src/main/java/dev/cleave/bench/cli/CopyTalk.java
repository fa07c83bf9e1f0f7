package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyError;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyListener;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.MemoryBudget;
import dev.cleave.engine.PlanUse;
import java.util.Locale;

/** All that {@code copy} says: cp's lines to standard output, ours to standard error. */
final class CopyTalk {
  private static final double NANOS = 1e9;

  private final Console console;
  private final Speech speech;
  private final PlanChoice choice;
  private final boolean showsProgress;

  CopyTalk(Console console, Speech speech, PlanChoice choice) {
    this.console = console;
    this.speech = speech;
    this.choice = choice;
    this.showsProgress = console.terminal() && !speech.quiet() && !speech.json();
  }

  void before() {
    choice.warnings().forEach(console::say);
    if (speech.explain()) {
      choice.explanation().forEach(console::say);
    }
  }

  CopyListener listener() {
    CopyListener messages = new Messages();
    return showsProgress ? new CopyProgress(new StatusLine(console.err()), messages) : messages;
  }

  void after(CopyOutcome outcome) {
    if (speech.json()) {
      console.out().println(CopyDocument.of(outcome, choice.profile()).toJson());
    }
    if (speech.verbose() || speech.explain() || showsProgress) {
      console.say(summary(outcome));
    }
    if (speech.explain()) {
      outcome.plans().forEach(use -> console.say(explained(use)));
    }
  }

  private String summary(CopyOutcome outcome) {
    double seconds = outcome.commandNanos() / NANOS;
    return String.format(
        Locale.ROOT,
        "copied %s in %.2f s (%s/s%s) by %s",
        ByteSize.format(outcome.bytes()),
        seconds,
        ByteSize.format((long) (outcome.bytes() / seconds)),
        outcome.durableNanos() == null ? "" : ", durable",
        choice.profile() == null ? "no profile" : "profile " + choice.profile());
  }

  private static String explained(PlanUse use) {
    String same = use.asked().equals(use.used()) ? "" : ", asked for: " + use.asked();
    return use.sizeClass()
        + " files ran: "
        + use.used()
        + "; buffers of at most "
        + ByteSize.format(MemoryBudget.bytes(use.used()))
        + same
        + (use.why().isEmpty() ? "" : ", because " + use.why());
  }

  private final class Messages implements CopyListener {
    @Override
    public boolean wantsOrder() {
      return speech.verbose();
    }

    @Override
    public void finished(CopyItem item) {
      if (speech.verbose() && !speech.json()) {
        console.out().println(item.source().quoted() + " -> " + item.target().quoted());
      }
    }

    @Override
    public void finishedWithBackup(CopyItem item, BytePath backup) {
      if (speech.verbose() && !speech.json()) {
        String names = item.source().quoted() + " -> " + item.target().quoted();
        console.out().println(names + " (backup: " + backup.quoted() + ")");
      }
    }

    @Override
    public void removed(BytePath target) {
      if (speech.verbose() && !speech.json()) {
        console.out().println("removed " + target.quoted());
      }
    }

    @Override
    public void warned(String message) {
      console.say(message);
    }

    @Override
    public void failed(CopyError error) {
      console.say(error.message());
    }
  }
}

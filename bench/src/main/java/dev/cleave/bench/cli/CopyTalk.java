package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyError;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyListener;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.DataTrace;
import dev.cleave.engine.FilesInFlight;
import dev.cleave.engine.MemoryBudget;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.options.CopyOptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that {@code copy} says: cp's lines to standard output, ours to standard error. */
final class CopyTalk {
  private static final double NANOS = 1e9;

  /** Anybody sees these at a glance, and cp says no more. */
  private static final int FEW_FAILURES = 10;

  private final Console console;
  private final Speech speech;
  private final PlanChoice choice;
  private final @Nullable Adaptation adaptation;
  private final boolean showsProgress;
  private int filesInFlight = 1;

  /** What a JSON document lists; without one nothing is kept, however much goes wrong. */
  private final List<CopyError> errors = new ArrayList<>();

  private final List<String> warnings = new ArrayList<>();

  /**
   * @param adaptation null if each file keeps its plan
   * @param asks whether the copy may ask something, which no progress line shall overwrite
   */
  CopyTalk(
      Console console,
      Speech speech,
      PlanChoice choice,
      @Nullable Adaptation adaptation,
      boolean asks) {
    this.console = console;
    this.speech = speech;
    this.choice = choice;
    this.adaptation = adaptation;
    this.showsProgress = console.terminal() && !speech.quiet() && !speech.json() && !asks;
  }

  void before() {
    for (String warning : choice.warnings()) {
      warn(warning);
    }
    if (speech.explain()) {
      choice.explanation().forEach(console::say);
      if (adaptation != null) {
        console.say(adaptation.intent());
      }
    }
  }

  private void warn(String message) {
    if (speech.json()) {
      warnings.add(message);
    }
    console.say(message);
  }

  /** Hears the copy, shows how it goes on, and says so when asked by SIGUSR1. */
  CopyProgress listen(List<CopyItem> items, CopyOptions options) {
    StatusLine line = new StatusLine(console.err());
    CopyProgress progress = new CopyProgress(items, options, line, new Messages());
    if (showsProgress) {
      progress.show();
    }
    filesInFlight =
        FilesInFlight.of(
            new CopyRequest(items, choice.plans(), options, progress, new Cancellation()));
    ProgressSignal.install(() -> progress.tell(console::say));
    return progress;
  }

  void after(CopyOutcome outcome, int exitCode) {
    if (adaptation != null) {
      String problem = adaptation.keepHint();
      if (!problem.isEmpty()) {
        warn(problem);
      }
    }
    if (speech.json()) {
      CopyDocument document =
          CopyDocument.of(outcome, choice.profile(), exitCode, errors, warnings)
              .withAdaptation(adaptation == null ? null : adaptation.learned());
      console.out().println(document.toJson());
    }
    if (outcome.failures() > FEW_FAILURES && !console.isCalledCp()) {
      console.say(
          outcome.failures()
              + " of "
              + (outcome.files() + outcome.failures())
              + " entries could not be copied");
    }
    if (outcome.resumedFiles() + outcome.resumedBytes() > 0 && !speech.quiet() && !speech.json()) {
      console.say(resumed(outcome));
    }
    boolean names = speech.verbose() && !speech.json() && !speech.quiet() && !console.isCalledCp();
    if (speech.explain() || showsProgress || names) {
      console.say(summary(outcome));
    }
    if (speech.explain()) {
      outcome.plans().forEach(use -> console.say(explained(use, filesInFlight)));
      if (adaptation != null) {
        adaptation.told().forEach(console::say);
      }
    }
  }

  private static String resumed(CopyOutcome outcome) {
    return String.format(
        Locale.ROOT,
        "resumed: %d entries were finished already; %s not copied again",
        outcome.resumedFiles(),
        ByteSize.format(outcome.resumedBytes()));
  }

  private String summary(CopyOutcome outcome) {
    double seconds = outcome.commandNanos() / NANOS;
    return String.format(
        Locale.ROOT,
        "copied %d files, %s in %.2f s (%s/s, %.0f files/s%s) by %s%s",
        outcome.files(),
        ByteSize.format(outcome.bytes()),
        seconds,
        ByteSize.format((long) (outcome.bytes() / seconds)),
        outcome.files() / seconds,
        outcome.durableNanos() == null ? "" : ", durable",
        choice.profile() == null ? "no profile" : "profile " + choice.profile(),
        plansOf(outcome));
  }

  private static String plansOf(CopyOutcome outcome) {
    Set<String> plans = new LinkedHashSet<>();
    outcome.plans().forEach(use -> plans.add(use.used().toString()));
    return plans.isEmpty() ? "" : ": " + String.join("; ", plans);
  }

  private static String explained(PlanUse use, int filesInFlight) {
    String same = use.asked().equals(use.used()) ? "" : ", asked for: " + use.asked();
    return use.sizeClass()
        + " files ran: "
        + use.used()
        + "; buffers of at most "
        + memory(use.used(), filesInFlight)
        + same
        + (use.why().isEmpty() ? "" : ", because " + use.why());
  }

  /** The formula by which memory is bounded, and what it comes to. */
  private static String memory(CopyPlan plan, int filesInFlight) {
    return ByteSize.format(filesInFlight * MemoryBudget.bytes(plan))
        + ": files in flight "
        + filesInFlight
        + " x tasks "
        + plan.tasks()
        + " x queue depth "
        + plan.queueDepth()
        + " x chunk "
        + ByteSize.format(plan.chunkBytes());
  }

  private final class Messages implements CopyListener {
    private final boolean namesFiles = speech.verbose() && !speech.json();

    @Override
    public boolean wantsOrder() {
      return speech.verbose();
    }

    @Override
    public void parentMade(CopyItem parent) {
      if (namesFiles) {
        console.out().println(parent.source() + " -> " + parent.target()); // as cp: not quoted
      }
    }

    @Override
    public void attempted(CopyItem item) {
      name(item, "");
    }

    @Override
    public void finished(CopyItem item) {
      name(item, "");
    }

    @Override
    public void finishedWithBackup(CopyItem item, BytePath backup) {
      name(item, " (backup: " + backup.quoted() + ")");
    }

    private void name(CopyItem item, String remark) {
      if (namesFiles) {
        String names = item.source().quoted() + " -> " + item.target().quoted();
        console.out().println(names + remark);
      }
    }

    @Override
    public void traced(CopyItem item, DataTrace trace) {
      if (speech.debug() && !speech.json()) {
        console.out().println(DebugLine.of(trace));
      }
    }

    @Override
    public void removed(BytePath target) {
      if (namesFiles) {
        console.out().println("removed " + target.quoted());
      }
    }

    @Override
    public void warned(String message) {
      warn(message);
    }

    @Override
    public void failed(CopyError error) {
      if (speech.json()) {
        errors.add(error);
      }
      console.say(error.message());
    }
  }
}

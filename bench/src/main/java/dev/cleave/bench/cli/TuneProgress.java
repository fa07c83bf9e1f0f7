package dev.cleave.bench.cli;

import dev.cleave.bench.trial.PrivateDirectory;
import dev.cleave.bench.tune.SessionListener;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.search.Decision;
import dev.cleave.tuner.search.SweepPlan;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says on standard error how a tune goes on: what it is going to do and which phase begins, or on a
 * terminal a view that moves. On Ctrl-C it ends the workers and removes what the tune has put on
 * the device.
 */
final class TuneProgress implements SessionListener, AutoCloseable {
  private static final double PERCENT = 100;

  private final Console console;
  private final boolean quiet;
  private final StatusBlock block;
  private final Removal removal;
  private String part = "";
  private long dataBytes;
  private long dataWritten;
  private TuneView view;
  private @Nullable Phase phase;

  TuneProgress(Console console, CommonOptions options) {
    this.console = console;
    this.quiet = options.quiet() || options.json();
    this.block = new StatusBlock(console.err());
    this.view = new TuneView("", TerminalColour.of(console));
    this.removal = Removal.whileOpen(console);
  }

  @Override
  public void privateDirectories(List<PrivateDirectory> made) {
    removal.of(made);
  }

  @Override
  public void tuning(String next) {
    part = next;
    view = new TuneView(part, TerminalColour.of(console));
    phase = null;
  }

  @Override
  public void preparing(SizeClass sizeClass, long bytes) {
    dataBytes = bytes;
    dataWritten = 0;
  }

  @Override
  public void prepared(long bytes) {
    dataWritten += bytes;
    String written = ByteSize.format(dataWritten) + " of " + ByteSize.format(dataBytes);
    show(List.of(part + ": writing data: " + written));
  }

  @Override
  public void planned(SweepPlan plan) {
    view.planned(plan);
    say(
        String.format(
            Locale.ROOT,
            "%s: %d candidates, about %d rounds, %.0f s, %s to be written%s",
            part,
            plan.candidates().size(),
            plan.rounds(),
            plan.expectedSeconds(),
            ByteSize.format(plan.expectedBytesWritten()),
            plan.notTried().isEmpty()
                ? ""
                : "; not tried for want of time: " + plan.notTried().size()));
    if (Double.isFinite(plan.noise())) {
      String noise =
          String.format(
              Locale.ROOT, "two copies by one plan differ by %.1f %% here", PERCENT * plan.noise());
      say(
          noise
              + (plan.resolvable() < 1
                  ? String.format(
                      Locale.ROOT,
                      "; a gain of %.1f %% or more can be told",
                      PERCENT * plan.resolvable())
                  : ", too much for this budget to tell a gain that isn't large"));
    }
  }

  @Override
  public void roundStarted(Round round, double secondsLeft) {
    view.roundStarted(round, secondsLeft);
    if (!console.terminal() && phase != null && round.phase() != phase) {
      say(String.format(Locale.ROOT, "%s: %s, %.0f s left", part, round.phase(), secondsLeft));
    }
    phase = round.phase();
    show(view.lines());
  }

  @Override
  public void sampleTaken(Sample sample, double secondsLeft) {
    view.sampleTaken(sample, secondsLeft);
    show(view.lines());
  }

  @Override
  public void decided(Decision decision) {
    say(part + ", " + decision.clock() + " clock: " + decision.why());
  }

  @Override
  public void reporting() {
    show(List.of("writing the report"));
  }

  private void say(String message) {
    if (!quiet && !removal.isInterrupted()) {
      block.clear();
      console.say(message);
    }
  }

  private void show(List<String> lines) {
    if (!quiet && !removal.isInterrupted() && console.terminal()) {
      block.show(lines);
    }
  }

  /** Whether the tune is being ended from outside, so that its own errors are no news. */
  boolean isInterrupted() {
    return removal.isInterrupted();
  }

  @Override
  public void close() {
    block.clear();
    removal.close();
  }
}

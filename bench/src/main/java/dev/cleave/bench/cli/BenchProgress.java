package dev.cleave.bench.cli;

import dev.cleave.bench.contender.BenchListener;
import dev.cleave.bench.trial.PrivateDirectory;
import dev.cleave.engine.ByteSize;
import dev.cleave.tuner.contender.BenchSample;
import dev.cleave.tuner.contender.Contender;
import dev.cleave.tuner.contender.Missing;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says on standard error how a bench goes on; on a terminal in two lines that move. */
final class BenchProgress implements BenchListener, AutoCloseable {
  private static final int COLUMNS = 79; // a cursor behind the 80th would wrap

  private final Console console;
  private final boolean quiet;
  private final StatusBlock block;
  private final Removal removal;
  private String place = "";
  private int invalid;

  BenchProgress(Console console, CommonOptions options) {
    this.console = console;
    this.quiet = options.quiet() || options.json();
    this.block = new StatusBlock(console.err());
    this.removal = Removal.whileOpen(console);
  }

  @Override
  public void privateDirectories(List<PrivateDirectory> directories) {
    removal.of(directories);
  }

  @Override
  public void prepared(long bytes, long ofBytes) {
    show("writing data: " + ByteSize.format(bytes) + " of " + ByteSize.format(ofBytes), "");
  }

  @Override
  public void field(List<Contender> contenders, List<Missing> missing) {
    say(
        contenders.size()
            + " contenders: "
            + contenders.stream().map(Contender::name).collect(Collectors.joining(", ")));
  }

  @Override
  public void roundStarted(int round, double secondsLeft) {
    place =
        String.format(
            Locale.ROOT, "round %d, at most %.0f s left", round, Math.max(0, secondsLeft));
    show(place, "");
  }

  @Override
  public void sampleTaken(BenchSample sample, double secondsLeft) {
    invalid += sample.isValid() ? 0 : 1;
    show(
        place + (invalid == 0 ? "" : ", " + invalid + " samples invalid"),
        String.format(
            Locale.ROOT,
            "last: %s, %.3f s, durable %.3f s%s",
            sample.contender(),
            sample.commandSeconds(),
            sample.durableSeconds(),
            sample.isValid() ? "" : ", INVALID: " + sample.invalid().getFirst()));
  }

  @Override
  public void reporting() {
    show("writing the report", "");
  }

  private void say(String message) {
    if (!quiet && !removal.isInterrupted()) {
      block.clear();
      console.say(message);
    }
  }

  private void show(String first, String second) {
    if (!quiet && !removal.isInterrupted() && console.terminal()) {
      block.show(second.isEmpty() ? List.of(cut(first)) : List.of(cut(first), cut(second)));
    }
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= COLUMNS ? line : line.substring(0, COLUMNS - 1) + "…";
  }

  @Override
  public boolean isEnding() {
    return removal.isInterrupted();
  }

  @Override
  public void close() {
    block.clear();
    removal.close();
  }
}

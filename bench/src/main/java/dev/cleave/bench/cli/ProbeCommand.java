package dev.cleave.bench.cli;

import dev.cleave.reports.json.ProbeDocument;
import dev.cleave.reports.text.ProbeText;
import dev.cleave.tuner.device.CrossCheck;
import dev.cleave.tuner.device.HashedSerials;
import dev.cleave.tuner.device.RandomReads;
import dev.cleave.tuner.device.StorageProbe;
import dev.cleave.tuner.device.StorageStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cleave probe PATH}. */
@Command(description = "Shows the storage stack under PATH down to its leaf devices.")
final class ProbeCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "PATH", description = "A file or directory.")
  private Path path = Path.of(".");

  @Option(
      names = "--no-measure",
      description = "Only what is reported: no random reads, which take up to half a second.")
  private boolean withoutMeasuring;

  @Option(
      names = "--hash-serials",
      description = "Shows hashes of serial numbers and WWIDs, for reports that go to others.")
  private boolean hashSerials;

  ProbeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandException {
    if (!Files.exists(path)) {
      throw CommandException.failed("cannot probe '" + path + "': No such file or directory");
    }
    StorageStack stack = probe();
    if (common.json()) {
      console.out().println(ProbeDocument.of(stack).toJson());
    } else {
      console.out().print(ProbeText.of(stack));
    }
    return ExitCode.DONE;
  }

  private StorageStack probe() {
    StorageStack reported = StorageProbe.ofThisMachine().probe(path);
    StorageStack stack =
        withoutMeasuring
            ? reported
            : CrossCheck.measured(
                reported, new RandomReads(System::nanoTime, RandomGenerator.getDefault()));
    return hashSerials ? HashedSerials.in(stack) : stack;
  }
}

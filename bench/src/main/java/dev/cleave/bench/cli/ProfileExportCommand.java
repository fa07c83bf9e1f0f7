package dev.cleave.bench.cli;

import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.profile.ProfileDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cleave profile export NAME}. */
@Command(
    name = "export",
    description = {
      "Writes a profile for other machines: devices by hashes of their serial numbers, so that it"
          + " fits there by model or class."
    })
final class ProfileExportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "NAME", description = "As 'profile list' prints it.")
  private String name = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to; standard output unless told.")
  private @Nullable Path output;

  @Option(
      names = "--with-serials",
      description = "Names the devices as they are, for this machine's own backup.")
  private boolean withSerials;

  @Mixin
  @SuppressWarnings("UnusedVariable") // for --help and --json: a profile is JSON anyway
  private final CommonOptions common = new CommonOptions();

  ProfileExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, CommandException {
    ProfileDocument stored = SavedProfiles.named(name, console);
    String json = (withSerials ? stored : stored.withHashedDevices()).json();
    if (output == null) {
      console.out().println(json);
    } else {
      AtomicFile.write(output, json + "\n");
    }
    return ExitCode.DONE;
  }
}

package dev.cleave.bench.cli;

import dev.cleave.tuner.profile.ProfileSchema;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cleave profile schema}. */
@Command(name = "schema", description = "Prints the JSON Schema of profiles.")
final class ProfileSchemaCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  @SuppressWarnings("UnusedVariable") // for --help and --json: a schema is JSON anyway
  private final CommonOptions common = new CommonOptions();

  ProfileSchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    console.out().print(ProfileSchema.text());
    return ExitCode.DONE;
  }
}

package dev.cleave.bench.jmh;

import java.io.IOException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What {@code java -jar benchmarks.jar} runs: JMH with its own options, without {@link
 * CopyBenchmark}, which is no use but in a tune.
 */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] args) throws IOException {
    System.exit(run(args));
  }

  private static int run(String[] args) throws IOException {
    try {
      CommandLineOptions options = new CommandLineOptions(args);
      if (options.shouldHelp()) {
        options.showHelp();
      } else {
        run(options);
      }
      return 0;
    } catch (CommandLineOptionException | RunnerException e) {
      System.err.println("benchmarks: " + e.getMessage());
      return 1;
    }
  }

  private static void run(CommandLineOptions options) throws RunnerException {
    ChainedOptionsBuilder builder =
        new OptionsBuilder().parent(options).exclude(CopyBenchmark.class.getName() + "\\.");
    options.getExcludes().forEach(builder::exclude); // ours would replace them
    Runner runner = new Runner(builder.build());
    if (options.shouldList()) {
      runner.list();
    } else if (options.shouldListWithParams()) {
      runner.listWithParams(options);
    } else if (options.shouldListProfilers()) {
      options.listProfilers();
    } else if (options.shouldListResultFormats()) {
      options.listResultFormats();
    } else {
      runner.run();
    }
  }
}

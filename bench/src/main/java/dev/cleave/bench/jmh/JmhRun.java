package dev.cleave.bench.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.Options;

/**
 * Runs JMH, which lets one run go on at a time for each {@code java.io.tmpdir}: it locks {@code
 * jmh.lock} there, and kills the second run, whatever the two measure. Tunes of two devices at once
 * are fine, so each JVM has a directory of its own for the lock. JMH reads the property when its
 * Runner is loaded, which therefore happens here and nowhere else, under a property that is put
 * back at once. In one JVM rounds wait for each other.
 */
final class JmhRun {
  private static final String PROPERTY = "java.io.tmpdir";
  private static final String LOCK = "jmh.lock";

  /** There while a run goes on. */
  private static final Path DIRECTORY = loadRunner();

  private JmhRun() {}

  /** As {@link Runner#run}. */
  static synchronized void run(Options options, OutputFormat format)
      throws IOException, RunnerException {
    Files.createDirectories(DIRECTORY);
    try {
      new Runner(options, format).run();
    } finally {
      Files.deleteIfExists(DIRECTORY.resolve(LOCK));
      Files.deleteIfExists(DIRECTORY);
    }
  }

  private static Path loadRunner() {
    String usual = System.getProperty(PROPERTY);
    try {
      Path directory = Files.createTempDirectory("cleave-jmh-");
      // In reverse order when the JVM is ended from outside.
      directory.toFile().deleteOnExit();
      directory.resolve(LOCK).toFile().deleteOnExit();
      System.setProperty(PROPERTY, directory.toString());
      Class.forName(Runner.class.getName(), true, Runner.class.getClassLoader());
      return directory;
    } catch (IOException | ClassNotFoundException e) {
      throw new ExceptionInInitializerError(e);
    } finally {
      System.setProperty(PROPERTY, usual);
    }
  }
}

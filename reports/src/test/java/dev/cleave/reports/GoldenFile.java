package dev.cleave.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Seals a written format: a change shows as a difference to a committed file.
 *
 * <p>To accept a change, run the tests with {@code -Dcleave.golden=write} and commit what it wrote.
 */
public final class GoldenFile {
  private static final Path SOURCES = Path.of("src/test/resources/dev/cleave/reports");

  private GoldenFile() {}

  public static void assertSame(String name, Path actual) throws IOException {
    assertSame(name, Files.readString(actual));
  }

  public static void assertSame(String name, String text) throws IOException {
    if ("write".equals(System.getProperty("cleave.golden"))) {
      Files.createDirectories(SOURCES);
      Files.writeString(SOURCES.resolve(name), text);
      return;
    }
    try (InputStream golden = GoldenFile.class.getResourceAsStream(name)) {
      assertThat(golden).as("golden file " + name).isNotNull();
      String expected = new String(golden.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).isEqualTo(expected);
    }
  }
}

package dev.cleave.bench.cp;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What bash came to; its bytes as Latin-1, which keeps each of them.
 *
 * @param exitCode of the script
 */
record Shell(int exitCode, String out, String err) {
  private static final String PLAIN_LOCALE = "C";

  static Shell run(Path directory, String script) throws IOException, InterruptedException {
    return run(directory, script, List.of("bash"), List.of());
  }

  /**
   * @param shell the command that is given the script's name
   * @param arguments of the script
   */
  static Shell run(Path directory, String script, List<String> shell, List<String> arguments)
      throws IOException, InterruptedException {
    Path place = Files.createTempDirectory("cleave-shell-");
    try {
      Path file = place.resolve("script");
      Files.write(file, script.getBytes(StandardCharsets.ISO_8859_1));
      place.toFile().setExecutable(true, false);
      place.toFile().setReadable(true, false);
      File answers = place.resolve("answers").toFile(); // to all that -i asks
      Files.writeString(answers.toPath(), "y\nn\ny\nn\n");
      File out = place.resolve("out").toFile();
      File err = place.resolve("err").toFile();
      List<String> command = new ArrayList<>(shell);
      command.add(file.toString());
      command.addAll(arguments);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectInput(answers)
              .redirectOutput(out)
              .redirectError(err);
      builder.environment().put("LC_ALL", PLAIN_LOCALE);
      builder.environment().put("HOME", "/nonexistent"); // and no profiles of its user
      return new Shell(builder.start().waitFor(), read(out), read(err));
    } finally {
      for (String name : List.of("script", "answers", "out", "err")) {
        Files.deleteIfExists(place.resolve(name));
      }
      Files.delete(place);
    }
  }

  private static String read(File file) throws IOException {
    return Files.readString(file.toPath(), StandardCharsets.ISO_8859_1);
  }
}

package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wrong usage, said to the installed cp and to us: the same words, the same exit code. In the
 * arguments {@code @x} stands for {@code x} in a directory with the files {@code a} and {@code b}
 * and the directories {@code d} and {@code e}.
 */
class CpUsageTest {
  private static final String KNOWN_CP = "cp (GNU coreutils) 9.1";

  @TempDir private Path directory;
  private final Map<String, String> environment = new HashMap<>(Map.of("LC_ALL", "C.UTF-8"));

  @BeforeEach
  void layOut() throws Exception {
    assumeThat(cp("--version").out()).as("another cp has other words").startsWith(KNOWN_CP);
    Files.writeString(directory.resolve("a"), "a");
    Files.writeString(directory.resolve("b"), "b");
    Files.createDirectory(directory.resolve("d"));
    Files.createDirectory(directory.resolve("e"));
    environment.put("HOME", directory.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@a",
        "-t @d",
        "-T @a",
        "-T",
        "-r",
        "@a @b @c",
        "@a @b @a",
        "@a @b @d/c",
        "@a @b @a/c",
        "@a @b @c/",
        "@a @c/",
        "@c @x/",
        "@a @d/c/",
        "@a @b/",
        "@c @b",
        "-t @c @a",
        "-t @a @b",
        "--target-directory=@a/b @b",
        "-t @d -t @e @a",
        "-t @d --target=@e @a",
        "-T @a @b @d",
        "-T @a @b @d @e",
        "-t @d -T @a",
        "-T -t @c @a @b @c",
        "--parents @a @b",
        "--parents @a @d/c",
        "--parents @a",
        "--par @a @c",
        "--path @a @c",
      })
  void operandsAreCheckedAsByCp(String line) throws Exception {
    assertSame(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-ls @a @b",
        "-bn @a @b",
        "-nS .x @a @b",
        "-n --backup=none @a @b",
        "--reflink --sparse=never @a @b",
        "--reflink=always --sparse=always",
        "-lsbn",
        "-bn --reflink --sparse=never",
        "-b --reflink --sparse=never @a @b",
        "--preserve=context @a @b",
        "--preserve=mode,context",
        "-Z --preserve=context @a @b",
        "-t @c --preserve=c",
        "--context=x --bogus",
      })
  void contradictionsAreRefusedAsByCp(String line) throws Exception {
    assertSame(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--backup=x @a @b",
        "--backup=n @a @b",
        "--backup=Simple @a @b",
        "--reflink=x @a @b",
        "--reflink=a @a @b",
        "--reflink= @a @b",
        "--sparse= @a @b",
        "--sparse=x @a @b",
        "--sparse=au",
        "--sparse @a @b",
        "--preserve= @a @b",
        "--preserve=y @a @b",
        "--preserve=,mode @a @b",
        "--preserve=mode, @a @b",
        "--preserve=mode,y,links @a @b",
        "--no-preserve=y @a @b",
        "--no-preserve @a",
        "--sparse=x --bogus",
        "--bogus --sparse=x",
        "--sparse=a\\b\n\t'’é",
      })
  void valuesAreUnderstoodAsByCp(String line) throws Exception {
    assertSame(line);
    environment.put("LC_ALL", "C");
    assertSame(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--p @a",
        "--no @a",
        "--re @a",
        "--re=x @a",
        "--s @a",
        "--a @a",
        "--c @a",
        "--v @a",
        "--ver @a",
        "--n @a",
        "--r @a",
        "--t @a",
        "--d @a",
        "--f @a",
        "--i @a",
        "--l @a",
        "--o @a",
        "--b @a",
        "--u @a",
        "--h=x",
        "--foo",
        "--foo=bar",
        "--archive=x",
        "--pa=x",
        "--path=x",
        "-ay @a",
        "-x=1 @a",
        "-S",
        "-t",
        "-vt",
        "--suffix",
        "--target-directory",
        "-r @a @b -- -v --bogus",
        "@a @b -r",
        "@a @b --bogus",
        "--bogus --help",
      })
  void optionsAreTakenApartAsByCp(String line) throws Exception {
    assertSame(line);
    environment.put("POSIXLY_CORRECT", "");
    assertSame(line);
  }

  @Test
  void theEnvironmentIsHeardAsByCp() throws Exception {
    environment.put("VERSION_CONTROL", "y");
    assertSame("-b @a @b");
    assertSame("-b --preserve=context");
    assertSame("--backup= -S.x @a @b");
    assertSame("--backup=y @a @b");
  }

  private void assertSame(String line) throws IOException, InterruptedException {
    String[] args =
        Arrays.stream(line.isEmpty() ? new String[0] : line.split(" ", -1))
            .map(arg -> arg.replace("@", directory + "/"))
            .toArray(String[]::new);
    List<String> copy = new ArrayList<>(List.of("copy"));
    copy.addAll(Arrays.asList(args));
    InProcess ours = InProcess.run(environment, "", "cp", copy.toArray(new String[0]));
    assertThat(ours).isEqualTo(cp(args));
  }

  private InProcess cp(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("cp"));
    command.addAll(Arrays.asList(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("POSIXLY_CORRECT");
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    // a few lines: neither fills its pipe while the other is read
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new InProcess(process.waitFor(), out, err);
  }
}

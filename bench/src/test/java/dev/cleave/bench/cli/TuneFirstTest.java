package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneFirstTest {
  @TempDir Path home;
  private Path source;

  @BeforeEach
  void writeSource() throws IOException {
    source = Files.writeString(home.resolve("source"), "content\n");
  }

  @Test
  void copiesByTheDefaultWhereItCannotTune() {
    InProcess copy = copy("--tune-first=5s");

    assertThat(copy.exitCode()).isZero();
    assertThat(copy.out()).isEmpty();
    assertThat(copy.err())
        .startsWith("cleave: not tuned, the copy goes by the default plan: the budget is too small")
        .hasLineCount(1);
    assertThat(home.resolve("target")).hasSameTextualContentAs(source);
    assertThat(home)
        .isDirectoryNotContaining(path -> path.getFileName().toString().contains("tune"));
  }

  @Test
  void tunesNothingInADryRun() {
    InProcess copy = copy("--tune-first=5s", "--dry-run");

    assertThat(copy.exitCode()).isZero();
    assertThat(copy.err()).doesNotContain("not tuned");
  }

  @Test
  void refusesWhatIsNoTime() {
    InProcess copy = copy("--tune-first=soon");

    assertThat(copy.exitCode()).isEqualTo(1);
    assertThat(copy.err()).contains("--tune-first: 'soon' is no time");
    assertThat(home.resolve("target")).doesNotExist();
  }

  @Test
  void needsToLookForAProfile() {
    for (String other : new String[] {"--no-profile", "--profile=some"}) {
      InProcess copy = copy("--tune-first", other);

      assertThat(copy.exitCode()).isEqualTo(1);
      assertThat(copy.err()).contains("leave out --profile and --no-profile");
    }
  }

  private InProcess copy(String... options) {
    String[] args = new String[options.length + 3];
    args[0] = "copy";
    System.arraycopy(options, 0, args, 1, options.length);
    args[options.length + 1] = source.toString();
    args[options.length + 2] = home.resolve("target").toString();
    return InProcess.cleave(home, args);
  }
}

package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyHelpTest {
  private static final int COLUMNS = 80;

  @Test
  void namesEveryOptionByAllItsNames() {
    String text = CopyHelp.text("cp");
    for (CopyOption option : CopyOption.all()) {
      for (String name : option.spelling().names()) {
        if (!name.equals("path")) { // cp hides it, too
          assertThat(text).containsPattern("[ ]--" + name + "[^\\w-]");
        }
      }
      for (char letter : option.spelling().letters().toCharArray()) {
        assertThat(text).containsPattern("(?m)^  (-\\w, )?-" + letter + "[, ]");
      }
    }
  }

  @Test
  void fitsATerminal() {
    assertThat(CopyHelp.text("cleave copy").lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(COLUMNS));
  }

  @Test
  void namesTheCommandAsItWasCalled(@TempDir Path home) {
    assertThat(InProcess.run(home, "cp", "copy", "--help").out()).startsWith("Usage: cp [OPTION]");
    assertThat(InProcess.cleave(home, "copy", "-h").out())
        .startsWith("Usage: cleave copy [OPTION]");
    assertThat(InProcess.run(home, "cp", "copy", "--version").out()).startsWith("cp (Cleave) ");
  }
}

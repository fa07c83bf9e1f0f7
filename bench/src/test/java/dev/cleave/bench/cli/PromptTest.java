package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.options.Confirmation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void asksAsCpDoes() {
    prompt("y\n", false).mayReplace(BytePath.of("it's"), Confirmation.WRITABLE);
    assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("cp: overwrite \"it's\"? ");
  }

  /** Of cp 9.1, run as a user who may not write to the target. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "false,0444,|cp: unwritable 'x' (mode 0444, r--r--r--); try anyway? |",
        "false,0000,|cp: unwritable 'x' (mode 0000, ---------); try anyway? |",
        "true,0444,|cp: replace 'x', overriding mode 0444 (r--r--r--)? |",
        "true,7561,|cp: replace 'x', overriding mode 7561 (r-srwS--t)? |"
      })
  void saysWhatIsInTheWay(boolean removes, String mode, String question) {
    prompt("y\n", removes).mayReplace(BytePath.of("x"), Integer.parseInt(mode, 8));
    assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo(question);
  }

  @ParameterizedTest
  @CsvSource({"y,true", "Yes please,true", "n,false", "'',false", "1y,false"})
  void yesBeginsWithAY(String answer, boolean yes) {
    assertThat(prompt(answer + "\n", false).mayReplace(BytePath.of("x"), Confirmation.WRITABLE))
        .isEqualTo(yes);
  }

  @Test
  void eachQuestionTakesOneLineAndTheEndIsNo() {
    Prompt prompt = prompt("n y\ny\nno\nyes", false);
    BytePath target = BytePath.of("x");
    assertThat(prompt.mayReplace(target, Confirmation.WRITABLE)).isFalse();
    assertThat(prompt.mayReplace(target, Confirmation.WRITABLE)).isTrue();
    assertThat(prompt.mayReplace(target, Confirmation.WRITABLE)).isFalse();
    assertThat(prompt.mayReplace(target, Confirmation.WRITABLE)).isTrue();
    assertThat(prompt.mayReplace(target, Confirmation.WRITABLE)).isFalse();
  }

  private Prompt prompt(String input, boolean removes) {
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return new Prompt(new Console(in, err, err, Map.of(), "cp", false), removes);
  }
}

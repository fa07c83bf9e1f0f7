package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GnuOptionsTest {
  @Test
  void takesOptionsAndOperandsInAnyOrder() throws CommandException {
    GnuOptions<CopyOption> parsed = parse("a", "-rv", "b", "--chunk", "4MiB", "--sync=data", "c");
    assertThat(parsed.operands()).containsExactly("a", "b", "c");
    assertThat(parsed.options())
        .extracting(given -> given.option() + " " + given.value())
        .containsExactly("RECURSIVE null", "VERBOSE null", "CHUNK 4MiB", "SYNC data");
  }

  @Test
  void anOptionalValueIsOnlyTakenIfAttached() throws CommandException {
    GnuOptions<CopyOption> parsed = parse("--reflink", "a", "b");
    assertThat(parsed.options().getFirst().value()).isNull();
    assertThat(parsed.operands()).containsExactly("a", "b");
  }

  @Test
  void twoDashesEndTheOptions() throws CommandException {
    assertThat(parse("-r", "--", "-v", "--json").operands()).containsExactly("-v", "--json");
    assertThat(parse("-", "x").operands()).containsExactly("-", "x");
  }

  @Test
  void anOperandEndsTheOptionsUnderPosixlyCorrect() throws CommandException {
    List<CopyOption> known = Arrays.asList(CopyOption.values());
    GnuOptions<CopyOption> parsed = GnuOptions.parse(known, new String[] {"-r", "a", "-v"}, true);
    assertThat(parsed.operands()).containsExactly("a", "-v");
  }

  @Test
  void uniquePrefixesAreEnough() throws CommandException {
    assertThat(parse("--recu").options().getFirst().option()).isEqualTo(CopyOption.RECURSIVE);
    assertThat(parse("--chunk=1k").options().getFirst().option()).isEqualTo(CopyOption.CHUNK);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "--bogus,unrecognized option '--bogus'",
        "-z,invalid option -- 'z'",
        "--chunk,option '--chunk' requires an argument",
        "--json=x,option '--json' doesn't allow an argument",
        "--re,option '--re' is ambiguous; possibilities: '--recursive' '--reflink'"
      })
  void errorsAreGetoptsOwn(String argument, String message) {
    assertThatThrownBy(() -> parse(argument)).hasMessage(message);
  }

  private static GnuOptions<CopyOption> parse(String... args) throws CommandException {
    return GnuOptions.parse(Arrays.asList(CopyOption.values()), args, false);
  }
}

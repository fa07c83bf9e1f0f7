package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.bench.cli.GnuOptions.Given;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GnuOptionsTest {
  private final List<String> operands = new ArrayList<>();

  @Test
  void takesOptionsAndOperandsInAnyOrder() throws CommandException {
    assertThat(parse("a", "-rv", "b", "--chunk", "4MiB", "--sync=data", "c"))
        .containsExactly("RECURSIVE ", "VERBOSE ", "CHUNK 4MiB", "SYNC data");
    assertThat(operands).containsExactly("a", "b", "c");
  }

  @Test
  void aLetterTakesTheRestOfItsClusterOrTheNextArgumentAsItsValue() throws CommandException {
    assertThat(parse("-vS.old", "-rt", "x", "-S-v"))
        .containsExactly(
            "VERBOSE ", "SUFFIX .old", "RECURSIVE ", "TARGET_DIRECTORY x", "SUFFIX -v");
    assertThat(operands).isEmpty();
  }

  @Test
  void anOptionalValueIsOnlyTakenIfAttachedToTheLongName() throws CommandException {
    assertThat(parse("--reflink", "a", "-pb", "--sync="))
        .containsExactly(
            "REFLINK always", "PRESERVE mode,ownership,timestamps", "BACKUP ", "SYNC ");
    assertThat(operands).containsExactly("a");
  }

  @Test
  void twoDashesEndTheOptions() throws CommandException {
    parse("-r", "--", "-v", "--json");
    assertThat(operands).containsExactly("-v", "--json");
  }

  @Test
  void oneDashIsAnOperand() throws CommandException {
    parse("-", "x");
    assertThat(operands).containsExactly("-", "x");
  }

  @Test
  void anOperandEndsTheOptionsUnderPosixlyCorrect() throws CommandException {
    GnuOptions<CopyOption> line = line(true, "-r", "a", "--", "-v");
    assertThat(line.next()).isEqualTo(new Given<>(CpOption.RECURSIVE, ""));
    assertThat(line.next()).isNull();
    assertThat(line.operands()).containsExactly("a", "--", "-v");
  }

  @Test
  void anErrorIsOnlyThrownWhenItsTurnComes() throws CommandException {
    GnuOptions<CopyOption> line = line(false, "--help", "--bogus");
    assertThat(line.next()).isEqualTo(new Given<>(CpOption.HELP, ""));
    assertThatThrownBy(line::next).hasMessage("unrecognized option '--bogus'");
  }

  @ParameterizedTest
  @CsvSource({
    "--recu,RECURSIVE",
    "--chunk=1k,CHUNK 1k",
    "--path,PARENTS",
    "--pa,PARENTS",
    "--par,PARENTS",
    "--para,ENABLED",
    "--d,DEREFERENCE",
    "--deb,DEBUG",
    "--l,LINK",
    "--i,INTERACTIVE",
    "--b,BACKUP",
    "--ref,REFLINK always",
    "--k,KEEP_DIRECTORY_SYMLINK",
    "--prof=x,PROFILE x",
    "--max=1,SPLIT_DEPTH 1"
  })
  void aUniquePrefixIsEnoughAndWhatCpWouldUnderstandIsCps(String argument, String given)
      throws CommandException {
    assertThat(parse(argument)).extracting(String::strip).containsExactly(given);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "--bogus,unrecognized option '--bogus'",
        "--bogus=1,unrecognized option '--bogus=1'",
        "-z,invalid option -- 'z'",
        "-S,option requires an argument -- 'S'",
        "--chunk,option '--chunk' requires an argument",
        "--json=x,option '--json' doesn't allow an argument",
        "--pare=x,option '--parents' doesn't allow an argument",
        "--path=x,option '--path' doesn't allow an argument",
        "--p=x,option '--p=x' is ambiguous; possibilities: '--parents' '--preserve'",
        "--min,option '--min' is ambiguous; possibilities: '--min-file-size' '--min-file-size-mb'"
      })
  void errorsAreGetoptsOwn(String argument, String message) {
    assertThatThrownBy(() -> parse(argument)).hasMessage(message);
  }

  /** The options given, each with its value. */
  private List<String> parse(String... args) throws CommandException {
    GnuOptions<CopyOption> line = line(false, args);
    List<String> parsed = new ArrayList<>();
    for (Given<CopyOption> given = line.next(); given != null; given = line.next()) {
      parsed.add(given.option() + " " + given.value());
    }
    operands.addAll(line.operands());
    return parsed;
  }

  private static GnuOptions<CopyOption> line(boolean posixlyCorrect, String... args) {
    return new GnuOptions<>(CopyOption.all(), args, posixlyCorrect);
  }
}

package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class AttachedValueTest {
  @Command
  private static final class Copy {
    @Option(
        names = "--reflink",
        arity = "0..1",
        fallbackValue = "always",
        preprocessor = AttachedValue.class)
    private @Nullable String reflink;

    @Parameters private List<String> operands = List.of();
  }

  @Test
  void bareOptionTakesNoOperand() {
    Copy copy = parsed("--reflink", "source", "target");
    assertThat(copy.reflink).isEqualTo("always");
    assertThat(copy.operands).containsExactly("source", "target");
  }

  @Test
  void attachedValueCounts() {
    Copy copy = parsed("source", "--reflink=never", "target");
    assertThat(copy.reflink).isEqualTo("never");
    assertThat(copy.operands).containsExactly("source", "target");
  }

  @Test
  void bareOptionMayComeLast() {
    Copy copy = parsed("source", "target", "--reflink");
    assertThat(copy.reflink).isEqualTo("always");
    assertThat(copy.operands).containsExactly("source", "target");
  }

  private static Copy parsed(String... arguments) {
    Copy copy = new Copy();
    new CommandLine(copy).parseArgs(arguments);
    return copy;
  }
}

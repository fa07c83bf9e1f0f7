package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyItem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets as {@code cp -v} names them; what cp refuses is in {@link CpUsageTest}. */
class OperandsTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"a,a", "a/b/,b", "../x,x", ".,.", "a/.,.", "..,.", "a/..,.", "/,''", "/a//b//,b"})
  void theLastPartOfASourceGoesIntoTheDirectory(String source, String name) throws Exception {
    Placement placement = Placement.NORMAL.withTargetDirectory(target());
    assertThat(items(placement, source))
        .containsExactly(new CopyItem(BytePath.of(source), below(name)));
  }

  @ParameterizedTest
  @CsvSource({"a,a,0", "a/b,a/b,1", "/x/y/f,x/y/f,2", "a//b/../c/,a//b/../c,3", "./a,./a,1"})
  void withParentsTheWholeNameDoes(String source, String name, int parents) throws Exception {
    Placement placement = Placement.NORMAL.withTargetDirectory(target()).withParents();
    assertThat(items(placement, source))
        .containsExactly(new CopyItem(BytePath.of(source), below(name), parents));
  }

  @Test
  void slashesAreStrippedFromSources() throws Exception {
    Placement placement =
        Placement.NORMAL.withTargetDirectory(target()).withStrippedTrailingSlashes();
    assertThat(items(placement, "a//")).containsExactly(new CopyItem(BytePath.of("a"), below("a")));
  }

  @Test
  void theLastOperandIsADirectoryOrTheNameOfTheCopy() throws Exception {
    String last = directory + "//";
    assertThat(items(Placement.NORMAL, "a", "b", last))
        .containsExactly(
            new CopyItem(BytePath.of("a"), below("a")), new CopyItem(BytePath.of("b"), below("b")));
    assertThat(items(Placement.NORMAL.withNoTargetDirectory(), "a", last))
        .containsExactly(new CopyItem(BytePath.of("a"), BytePath.of(last)));
    assertThat(items(Placement.NORMAL, "a", directory + "/new"))
        .containsExactly(new CopyItem(BytePath.of("a"), below("new")));
  }

  private static List<CopyItem> items(Placement placement, String... operands) throws Exception {
    return Operands.items(List.of(operands).stream().map(BytePath::of).toList(), placement);
  }

  private BytePath target() {
    return BytePath.of(directory);
  }

  private BytePath below(String name) {
    return BytePath.of(directory + "/" + name);
  }
}

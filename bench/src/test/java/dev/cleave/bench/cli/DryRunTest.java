package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DryRunTest {
  @TempDir Path directory;
  private Path tree;
  private Path into;

  @BeforeEach
  void makeTree() throws IOException {
    tree = Files.createDirectory(directory.resolve("tree"));
    Files.writeString(tree.resolve("file"), "12345678");
    into = Files.createDirectory(directory.resolve("into"));
    Files.createDirectory(into.resolve("tree"));
    Files.writeString(into.resolve("tree/file"), "old");
  }

  @Test
  void namesWhatWouldBeReplaced() throws IOException {
    InProcess run = dryRun("-r", tree.toString(), into.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .hasSize(2)
        .satisfies(
            lines -> {
              assertThat(lines.getFirst()).isEqualTo("would copy " + pair() + " (replaced)");
              assertThat(lines.getLast())
                  .startsWith("would copy 1 files, 8B (1 replaced); needed below '" + into)
                  .endsWith(" free");
            });
    assertThat(into.resolve("tree/file")).hasContent("old");
  }

  private String pair() {
    return "'" + tree.resolve("file") + "' -> '" + into.resolve("tree/file") + "'";
  }

  @Test
  void namesBackups() {
    assertThat(dryRun("-rb", tree.toString(), into.toString()).out())
        .startsWith("would copy " + pair() + " (backup: '" + into.resolve("tree/file~") + "')\n");
    assertThat(into.resolve("tree/file~")).doesNotExist();
  }

  @Test
  void saysWhyItWouldSkip() throws IOException {
    assertThat(dryRun("-rn", tree.toString(), into.toString()).out())
        .startsWith("would skip " + pair() + " (it exists)\nwould copy 0 files, 0B (1 skipped)");
    FileTime late = FileTime.from(Instant.parse("2100-01-01T00:00:00Z"));
    Files.setLastModifiedTime(into.resolve("tree/file"), late);
    assertThat(dryRun("-ru", tree.toString(), into.toString()).out())
        .startsWith("would skip " + pair() + " (it is not older)\n");
  }

  @Test
  void asksNobody() {
    InProcess run =
        InProcess.run(
            Map.of("HOME", directory.toString()),
            "n\n",
            "cleave",
            "copy",
            "--dry-run",
            "-ri",
            tree.toString(),
            into.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("would copy " + pair() + " (replaced, after asking)\n");
  }

  @Test
  void failsAsTheCopyWould() {
    String missing = directory.resolve("missing").toString();
    InProcess run = dryRun(missing, tree.toString(), into.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "cleave: cannot stat '"
                + missing
                + "': No such file or directory\ncleave: -r not specified; omitting directory '"
                + tree
                + "'\n");
    assertThat(run.out()).isEqualTo("would copy 0 files, 0B; 2 would fail\n");
  }

  @Test
  void saysItAsJson() {
    InProcess run = dryRun("--json", "-r", tree.toString(), into.toString());
    JsonNode document = Json.LINE.readTree(run.out());
    assertThat(document.get("dryRun").asBoolean()).isTrue();
    assertThat(document.get("files").asLong()).isEqualTo(1);
    assertThat(document.get("bytes").asLong()).isEqualTo(8);
    assertThat(document.get("wouldDo").get("replaced").asLong()).isEqualTo(1);
    assertThat(document.get("wouldDo").get("rooms").get(0).get("fits").asBoolean()).isTrue();
  }

  @Test
  void saysNothingWhenQuiet() {
    assertThat(dryRun("-q", "-r", tree.toString(), into.toString()))
        .isEqualTo(new InProcess(0, "", ""));
  }

  private InProcess dryRun(String... args) {
    String[] all = new String[args.length + 2];
    all[0] = "copy";
    all[1] = "--dry-run";
    System.arraycopy(args, 0, all, 2, args.length);
    return InProcess.cleave(directory, all);
  }
}

package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CopyCommandTest {
  @TempDir Path directory;
  private Path source;

  @BeforeEach
  void writeSource() throws IOException {
    source = Files.writeString(directory.resolve("source"), "content\n");
  }

  @Test
  void copiesAFileInSilence() throws IOException {
    InProcess copy = copy(source.toString(), path("target"));
    assertThat(copy).isEqualTo(new InProcess(0, "", ""));
    assertThat(directory.resolve("target")).hasSameTextualContentAs(source);
  }

  @Test
  void copiesIntoADirectory() throws IOException {
    Path into = Files.createDirectory(directory.resolve("into"));
    assertThat(copy(source.toString(), into.toString()).exitCode()).isZero();
    assertThat(into.resolve("source")).hasSameTextualContentAs(source);
  }

  @Test
  void namesWhatItCopiesAsCpDoes() {
    InProcess copy = copy("-v", source.toString(), path("target"));
    assertThat(copy.out()).isEqualTo("'" + source + "' -> '" + path("target") + "'\n");
    assertThat(copy.err())
        .startsWith("cleave: copied 1 files, 8B in ")
        .contains(" by no profile: ")
        .hasLineCount(1);
  }

  @Test
  void printsOneJsonDocument() throws IOException {
    InProcess copy = copy("--json", "-v", source.toString(), path("target"));
    JsonNode document = Json.LINE.readTree(copy.out());
    assertThat(document.get("schema").asString()).isEqualTo("cleave.copy/1");
    assertThat(document.get("bytes").asLong()).isEqualTo(8);
    assertThat(document.get("durableSeconds").isNull()).isTrue();
    JsonNode plan = document.get("plans").get(0);
    assertThat(plan.get("sizeClass").asString()).isEqualTo("small");
    assertThat(plan.get("used").propertyNames())
        .containsExactlyInAnyOrder(
            "backend", "splitDepth", "chunkBytes", "queueDepth", "workers", "preallocate");
  }

  @Test
  void saysWhatItTookOverFromAnEarlierCopy() throws IOException {
    Path probe = directory.resolve("probe");
    do { // the copy is later than the source by the clock of the file system
      Files.deleteIfExists(probe);
      Files.createFile(probe);
    } while (Files.getAttribute(probe, "unix:ctime")
        .equals(Files.getAttribute(source, "unix:ctime")));
    copy("-p", source.toString(), path("target"));
    InProcess again = copy("-p", "--resume", source.toString(), path("target"));
    assertThat(again.err())
        .isEqualTo("cleave: resumed: 1 entries were finished already; 8B not copied again\n");
    InProcess json = copy("-p", "--resume", "--json", source.toString(), path("target"));
    JsonNode document = Json.LINE.readTree(json.out());
    assertThat(document.get("files").asLong()).isZero();
    assertThat(document.get("resumedFiles").asLong()).isEqualTo(1);
    assertThat(document.get("resumedBytes").asLong()).isEqualTo(8);
    assertThat(json.err()).isEmpty();
  }

  @Test
  void countsFailuresThatAreMoreThanAFew() throws IOException {
    Path target = directory.resolve("into");
    Files.createDirectories(target.resolve("from"));
    Path from = Files.createDirectory(directory.resolve("from"));
    for (int number = 0; number < 20; number++) {
      Files.createFile(from.resolve("file" + number));
      if (number % 2 == 0 || number == 1) {
        Files.createDirectory(target.resolve("from/file" + number)); // in the way
      }
    }
    InProcess copy = copy("-r", "--json", from.toString(), target.toString());
    assertThat(copy.exitCode()).isEqualTo(1);
    assertThat(copy.err().lines())
        .hasSize(12)
        .last()
        .isEqualTo("cleave: 11 of 20 entries could not be copied");
    JsonNode error = Json.LINE.readTree(copy.out()).get("errors").get(10);
    assertThat(error.get("path").asString()).startsWith(target + "/from/file");
    assertThat(error.get("message").asString()).startsWith("cannot overwrite directory");
  }

  @Test
  void leavesOutWhatIsExcluded() throws IOException {
    Path tree = directory.resolve("tree");
    Files.createDirectories(tree.resolve("build/inner"));
    Files.createDirectories(tree.resolve("src/build"));
    for (String name : List.of("build/a.o", "src/a.c", "src/a.o", "src/keep.o", "src/build/b")) {
      Files.createFile(tree.resolve(name));
    }
    InProcess copy =
        copy(
            "-r",
            "--include=keep.o",
            "--exclude=*.o",
            "--exclude=/build",
            tree.toString(),
            path("copy"));
    assertThat(copy).isEqualTo(new InProcess(0, "", ""));
    assertThat(below(directory.resolve("copy")))
        .containsExactly("src", "src/a.c", "src/build", "src/build/b", "src/keep.o");
  }

  private static List<String> below(Path top) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      return all.skip(1).map(path -> top.relativize(path).toString()).sorted().toList();
    }
  }

  @Test
  void explainsWhyThereIsNoProfile() {
    assertThat(copy("--explain", source.toString(), path("target")).err())
        .contains("taken: sequential default, assumed: no profile for ")
        .contains("small files ran: nio, split depth 0, chunk 1MiB");
  }

  @Test
  void explainsTheMemoryByTheFilesInFlight() throws IOException {
    Path tree = Files.createDirectory(directory.resolve("tree"));
    Files.copy(source, tree.resolve("file"));
    int workers = Math.min(Runtime.getRuntime().availableProcessors(), 8);
    assertThat(copy("--explain", "-r", tree.toString(), path("copy")).err())
        .contains(
            "buffers of at most " + workers + "MiB: files in flight " + workers + " x tasks 1");
    assertThat(copy("--explain", "-rb", tree.toString(), path("copy2")).err())
        .contains("files in flight 1 x tasks 1 x queue depth 1 x chunk 1MiB");
  }

  @Test
  void namesTheLeastMemoryThatWorks() {
    InProcess refused = copy("--memory-limit=1", source.toString(), path("target"));
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).startsWith("cleave: --memory-limit must be at least 4KiB, not 1B\n");
    assertThat(copy("--memory-limit=4KiB", source.toString(), path("target")).exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--memory-limit=1", "--bogus", "--exclude=[", "--backup=bad", "-t/no/such/place"})
  void printsOneJsonDocumentWhereItIsRefused(String option) {
    InProcess refused = copy(option, "--json", source.toString(), path("target"));
    assertThat(refused.exitCode()).isEqualTo(1);
    JsonNode document = Json.LINE.readTree(refused.out());
    assertThat(document.get("exitCode").asInt()).isEqualTo(1);
    String message = document.get("errors").get(0).get("message").asString();
    assertThat(refused.err()).startsWith("cleave: " + message + "\n");
  }

  @Test
  void printsOneJsonDocumentWithoutATarget() {
    InProcess missing = copy("--js", source.toString(), source.toString(), path("no"));
    JsonNode error = Json.LINE.readTree(missing.out()).get("errors").get(0);
    assertThat(error.get("path").asString()).isEqualTo(path("no"));
    assertThat(error.get("message").asString()).endsWith(": No such file or directory");
    assertThat(Json.LINE.readTree(copy("--json").out()).get("files").asLong()).isZero();
    assertThat(copy("--bogus", "--", "--json").out()).isEmpty();
  }

  @Test
  void saysWithDebugHowAFileWasCopied() {
    InProcess copy = copy("--debug", "--backend=direct", source.toString(), path("target"));
    assertThat(copy.out().lines())
        .hasSize(2)
        .last(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .matches(
            "copy offload: avoided, reflink: unsupported, sparse detection: no, plan: .*chunk .*"
                + "|copy offload: unknown, reflink: yes, .*");
    assertThat(
            copy("--debug", "--reflink=never", "--backend=kernel", source.toString(), path("k"))
                .out())
        .contains("\ncopy offload: yes, reflink: no, sparse detection: no, plan: kernel");
    assertThat(copy("--debug", "--sparse=always", source.toString(), path("z")).out())
        .contains(", sparse detection: zeros, plan: nio");
  }

  @Test
  void takesTheSeedsOptions() throws IOException {
    InProcess copy =
        copy(
            "--explain",
            "--max-depth=3",
            "--chunk-size-mb=4",
            "--min-file-size-mb=0",
            source.toString(),
            path("target"));
    assertThat(copy.err()).contains("small files ran: nio, split depth 3, chunk 4MiB");
  }

  @Test
  void aMissingSourceIsOneLine() {
    InProcess copy = copy(path("missing"), path("target"));
    assertThat(copy)
        .isEqualTo(
            new InProcess(
                1,
                "",
                "cleave: cannot stat '" + path("missing") + "': No such file or directory\n"));
  }

  @Test
  void isCalledCpThroughALinkOfThatName() {
    assertThat(InProcess.run(directory, "cp", "copy", path("missing"), path("target")).err())
        .startsWith("cp: cannot stat");
  }

  @Test
  void aTargetInsideTheSourceIsNotCopiedIntoItself() throws IOException {
    Path tree = Files.createDirectories(directory.resolve("tree/inner"));
    InProcess copy = copy("-r", path("tree"), tree.resolve("copy").toString());
    assertThat(copy.exitCode()).isEqualTo(1);
    assertThat(copy.err())
        .isEqualTo(
            "cleave: cannot copy a directory, '"
                + path("tree")
                + "', into itself, '"
                + tree.resolve("copy")
                + "'\n");
    assertThat(tree.resolve("copy/inner")).isEmptyDirectory();
  }

  @Test
  void aTargetThatCannotBeMadeIsOneLine() {
    InProcess copy = copy(source.toString(), path("no/such/target"));
    assertThat(copy.exitCode()).isEqualTo(1);
    assertThat(copy.err()).hasLineCount(1).contains("No such file or directory");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--bogus",
        "--chunk=nonsense",
        "--max-depth=9",
        "--backend=magic",
        "--sync=maybe",
        "--reflink=maybe",
        "--sparse=maybe",
        "--bwlimit=fast",
        "--exclude=[",
        "--exclude=",
        "--include=[z-a]"
      })
  void aWrongOptionEndsInOneAsWithCp(String option) {
    InProcess copy = copy(option, source.toString(), path("target"));
    assertThat(copy.exitCode()).isEqualTo(1);
    assertThat(copy.err()).startsWith("cleave: ");
    assertThat(directory.resolve("target")).doesNotExist();
  }

  @Test
  void bareSyncAndReflinkTakeNoOperand() {
    assertThat(copy("--sync", source.toString(), path("synced")).exitCode()).isZero();
    assertThat(directory.resolve("synced")).hasSameTextualContentAs(source);
    // shared, or refused by the file system: the operands are found either way
    assertThat(copy("--reflink", source.toString(), path("shared")).err())
        .matches("|cleave: failed to clone '" + path("shared") + "' from '" + source + "'.*\n");
  }

  @Test
  void sharesBlocksOnlyWithTheirHolesAsCpDoes() {
    InProcess copy = copy("--reflink", "--sparse=never", source.toString(), path("target"));
    assertThat(copy.exitCode()).isEqualTo(1);
    assertThat(copy.err())
        .startsWith("cleave: --reflink can be used only with --sparse=auto\n")
        .hasLineCount(2);
  }

  @Test
  void aMissingOperandIsNamed() {
    assertThat(copy("source").err()).startsWith("cleave: missing destination file operand after");
    assertThat(copy().err()).startsWith("cleave: missing file operand");
  }

  @Test
  void keepsTheRestGoingWhenOneSourceFails() throws IOException {
    Path into = Files.createDirectory(directory.resolve("into"));
    InProcess copy = copy(path("missing"), source.toString(), into.toString());
    assertThat(copy.exitCode()).isEqualTo(1);
    assertThat(into.resolve("source")).exists();
  }

  /** Whole processes are measured: what a plain copy doesn't need must not be loaded. */
  @Test
  void aPlainCopyLoadsNothingOfTheOtherCommands() throws Exception {
    Path log = directory.resolve("classes.log");
    ProcessBuilder copy =
        ChildProcess.cleave(
            directory,
            List.of("-Xlog:class+load:file=" + log),
            "copy",
            source.toString(),
            path("target"));
    assertThat(ChildProcess.run(copy, directory.resolve("said").toFile())).isZero();
    try (Stream<String> lines = Files.lines(log)) {
      assertThat(lines)
          .filteredOn(
              line ->
                  line.matches(
                      ".* (tools\\.jackson|picocli|com\\.fasterxml|org\\.knowm|org\\.openjdk\\.jmh|java\\.awt"
                          + "|dev\\.cleave\\.reports|dev\\.cleave\\.bench\\.(jmh|trial|tune)"
                          + "|dev\\.cleave\\.bench\\.cli\\.(Tune|Probe|Profile)\\w*Command)\\b.*"))
          .isEmpty();
    }
  }

  private InProcess copy(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "copy";
    System.arraycopy(args, 0, all, 1, args.length);
    return InProcess.cleave(directory, all);
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }
}

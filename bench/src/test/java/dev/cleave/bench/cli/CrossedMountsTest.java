package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A tree with a file system of its own mounted in it, and a profile for each pair of devices. */
@Timeout(300)
class CrossedMountsTest {
  private static final long IMAGE_BYTES = 32L << 20;
  private static final int ABOVE_CHUNK = 1 << 18;
  private static final int MOUNTED_CHUNK = 1 << 19;

  @TempDir Path home;
  private Path tree;
  private Path mounted;

  @BeforeEach
  void mountAFileSystemInTheTree() throws Exception {
    LoopImage.assumePossible();
    tree = Files.createDirectories(home.resolve("tree"));
    mounted = Files.createDirectories(tree.resolve("mounted"));
    Path image = home.resolve("image");
    LoopImage.mount(image, mounted, IMAGE_BYTES, "loop");
    Files.writeString(tree.resolve("above"), "above");
    Files.createDirectories(mounted.resolve("deep/er"));
    Files.writeString(mounted.resolve("deep/er/below"), "below");
    importProfile("above", tree, ABOVE_CHUNK);
    importProfile("mounted", mounted, MOUNTED_CHUNK);
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted != null) {
      LoopImage.succeeds("umount", mounted.toString());
    }
  }

  @Test
  void filesGoByThePlansOfTheirOwnDevices() throws IOException {
    assertThat(chunksOf(copy("-a"))).containsExactlyInAnyOrder(ABOVE_CHUNK, MOUNTED_CHUNK);
    assertThat(home.resolve("copy/mounted/deep/er/below")).hasContent("below");
    assertThat(home.resolve("copy/above")).hasContent("above");
  }

  @Test
  void onlyThePlanOfTheMountRunsIfOnlyItsFilesAreCopied() throws IOException {
    assertThat(chunksOf(copy("-a", "--exclude=above"))).containsExactly(MOUNTED_CHUNK);
  }

  @Test
  void oneFileSystemHasOnePlan() throws IOException {
    assertThat(chunksOf(copy("-ax"))).containsExactly(ABOVE_CHUNK);
    assertThat(home.resolve("copy/mounted")).isEmptyDirectory();
  }

  @Test
  void anotherNamedTreeGoesByItsOwnDevices() throws IOException {
    Path target = Files.createDirectory(home.resolve("both"));
    JsonNode document =
        cleave("copy", "-a", "--json", "-x", tree.toString(), mounted.toString(), target);
    assertThat(chunksOf(document)).containsExactlyInAnyOrder(ABOVE_CHUNK, MOUNTED_CHUNK);
  }

  @Test
  void aPlanThatIsTooLargeForTheMemoryIsLoweredWithItsReason() throws IOException {
    JsonNode document = copy("-a", "--exclude=above", "--memory-limit=256KiB");
    JsonNode use = document.at("/plans/0");
    assertThat(use.findValue("chunkBytes")).isNotNull();
    assertThat(use.toString()).contains("the memory limit leaves");
  }

  @Test
  void explainSaysWhereOtherPlansBegin() {
    InProcess copy = run("copy", "-a", "--explain", tree.toString(), home.resolve("copy"));
    assertThat(copy.err()).contains("other devices from '" + mounted + "' on:", "profile mounted");
  }

  private JsonNode copy(String... options) throws IOException {
    Object[] all = new Object[options.length + 4];
    all[0] = "copy";
    System.arraycopy(options, 0, all, 1, options.length);
    all[options.length + 1] = "--json";
    all[options.length + 2] = tree;
    all[options.length + 3] = home.resolve("copy");
    return cleave(all);
  }

  private JsonNode cleave(Object... args) throws IOException {
    InProcess run = run(args);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Json.LINE.readTree(run.out());
  }

  private InProcess run(Object... args) {
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    Map<String, String> homes =
        Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home.resolve("config").toString());
    return InProcess.run(homes, "", "cleave", words);
  }

  private static Set<Integer> chunksOf(JsonNode document) {
    Set<Integer> chunks = new TreeSet<>();
    for (JsonNode use : document.get("plans")) {
      chunks.add(use.findValue("chunkBytes").asInt());
    }
    return chunks;
  }

  private void importProfile(String id, Path source, int chunkBytes) throws IOException {
    JsonNode match = cleave("profile", "match", "--json", source, home);
    String why = match.at("/plans/small/command/why").asString();
    String[] pair = why.substring(why.indexOf("no profile for ") + 15).split(" -> ", 2);
    ObjectNode profile = Json.PRETTY.createObjectNode();
    profile.put("schema", "cleave.profile/1").put("id", id);
    String destination = pair[1].split("[;,) ]", 2)[0];
    profile.putObject("key").put("source", pair[0]).put("destination", destination);
    profile.put("created", "2026-11-22T21:50:12Z").put("run", "20261122T214500-1");
    plan(profile.putObject("baseline"), chunkBytes);
    ObjectNode found = profile.putObject("classes").putObject("small").putObject("command");
    found.put("verdict", "TUNED");
    plan(found.putObject("plan"), chunkBytes);
    found.putObject("gain").put("ratio", 1.2).put("low", 1.1).put("high", 1.3);
    found.put("samples", 12).put("why", "made up");
    ObjectNode facts = profile.putObject("facts").put("kernel", "6.1.0").put("version", "0.1");
    facts.putObject("source").put("fileSystem", "ext4").put("deviceClass", "virtual");
    facts.putObject("destination").put("fileSystem", "ext4").put("deviceClass", "virtual");
    Path file = home.resolve(id + ".json");
    Files.writeString(file, Json.PRETTY.writeValueAsString(profile.put("noise", 0.04)));
    InProcess imported = run("profile", "import", file);
    assertThat(imported.exitCode()).as(imported.err()).isZero();
  }

  private static void plan(ObjectNode plan, int chunkBytes) {
    plan.put("backend", "nio").put("splitDepth", 0).put("chunkBytes", chunkBytes);
    plan.put("queueDepth", 1).put("workers", 1).put("preallocate", false);
  }
}

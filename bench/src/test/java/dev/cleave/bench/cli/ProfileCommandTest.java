package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The profile commands and copies, with files of strangers in the store. */
@Timeout(300)
class ProfileCommandTest {
  @TempDir Path home;
  private Path store;
  private Path source;
  private String good;

  /** A store with a profile that fits each copy below the home. */
  @BeforeEach
  void importAGoodProfile() throws IOException {
    store = home.resolve(".config/cleave/profiles");
    source = Files.writeString(home.resolve("source"), "content");
    JsonNode match = Json.LINE.readTree(cleave("profile", "match", "--json", ".", ".").out());
    String identity = match.at("/plans/small/command/why").asString();
    String pair = identity.substring(identity.indexOf("no profile for ") + 15);
    good = profile("good", pair.substring(0, pair.indexOf(" -> ")));
    Path file = Files.writeString(home.resolve("good.json"), good);
    assertThat(cleave("profile", "import", file.toString()).exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "splitDepth" : 2         | "splitDepth" : 60             | from 0 to 6, not 60
          "chunkBytes" : 4194304   | "chunkBytes" : 0              | the chunk in bytes
          "chunkBytes" : 4194304   | "chunkBytes" : 1099511627776  | the chunk in bytes
          "noise" : 0.04           | "noise" : NaN                 | NaN
          "noise" : 0.04           | "noise" : -1                  | noise
          cleave.profile/1         | cleave.profile/2              | update it
          cleave.profile/1         | cleave.run/1                  | is no profile
          "facts"                  | "facts" : {}, "x              | no usable profile
          """)
  void aBadProfileIsNamedAndTheCopyGoesByTheNextMatch(String from, String to, String why)
      throws IOException {
    assertThat(good).contains(from);
    String text = good.replace("\"good\"", "\"bad\"").replace("2020-11-22", "2020-11-23");

    assertNamedAndSkipped(
        Files.writeString(store.resolve("bad.json"), text.replace(from, to)), why);
  }

  @Test
  void aTruncatedProfileIsNamedAndTheCopyGoesByTheNextMatch() throws IOException {
    Path bad = Files.writeString(store.resolve("bad.json"), good.substring(0, good.length() / 2));

    assertNamedAndSkipped(bad, "no usable profile");
  }

  @Test
  void aHundredMegabytesOfJsonAreNotRead() throws IOException {
    Path bad = store.resolve("bad.json");
    byte[] megabyte = new byte[1 << 20];
    Arrays.fill(megabyte, (byte) '[');
    try (var out = Files.newOutputStream(bad)) {
      for (int i = 0; i < 100; i++) {
        out.write(megabyte);
      }
    }

    assertNamedAndSkipped(bad, "has more than 1048576 bytes");
  }

  @Test
  void aPipeIsNotWaitedFor() throws Exception {
    Path bad = store.resolve("bad.json");
    assertThat(new ProcessBuilder("mkfifo", bad.toString()).start().waitFor()).isZero();

    assertNamedAndSkipped(bad, "is no plain file");
  }

  @Test
  void whatOthersMayWriteIsNotUsed() throws IOException {
    Path bad = Files.writeString(store.resolve("bad.json"), good.replace("\"good\"", "\"bad\""));
    Files.setPosixFilePermissions(bad, PosixFilePermissions.fromString("rw-rw-rw-"));

    assertCopyGoesByTheGoodOne(bad, "can be written by other users");
    assertThat(cleave("profile", "show", "bad").err()).contains("can be written by other users");
  }

  @Test
  void aLinkThatLeadsNowhereIsNamed() throws IOException {
    Path bad = store.resolve("bad.json");
    Files.createSymbolicLink(bad, home.resolve("nowhere"));

    assertCopyGoesByTheGoodOne(bad, "is a link that leads nowhere");
    InProcess show = cleave("profile", "show", "bad");
    assertThat(show.exitCode()).isEqualTo(1);
    assertThat(show.err()).contains("is a link that leads nowhere");
  }

  private void assertNamedAndSkipped(Path bad, String why) {
    assertCopyGoesByTheGoodOne(bad, why);
    for (InProcess refused :
        List.of(
            cleave("profile", "show", "bad"),
            cleave("profile", "export", "bad"),
            cleave("profile", "validate", bad.toString()),
            cleave("profile", "import", home.resolve("good.json").toString(), bad.toString()))) {
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err()).contains(bad + ": ").contains(why);
    }
    assertThat(store.resolve("good-2.json")).doesNotExist(); // all of them are imported, or none
  }

  /** Twice, with an index that is made anew and with the one from then. */
  private void assertCopyGoesByTheGoodOne(Path bad, String why) {
    for (int i = 0; i < 2; i++) {
      InProcess copy = cleave("copy", "--json", source.toString(), home.resolve("copy").toString());
      assertThat(copy.exitCode()).as(copy.err()).isZero();
      assertThat(copy.err()).contains(bad + ": ").contains(why);
      assertThat(Json.LINE.readTree(copy.out()).path("profile").asString()).isEqualTo("good");
    }
    InProcess list = cleave("profile", "list");
    assertThat(list.exitCode()).isZero();
    assertThat(list.out()).contains("good").doesNotContain("bad");
    assertThat(list.err()).contains(bad + ": ").contains(why);
    InProcess match = cleave("profile", "match", source.toString(), home.toString());
    assertThat(match.exitCode()).isZero();
    assertThat(match.out()).contains("taken: profile good (same device pair)");
    assertThat(match.err()).contains(why);
    InProcess validate = cleave("profile", "validate");
    assertThat(validate.exitCode()).isEqualTo(1);
    assertThat(validate.out()).contains("user profile good");
    assertThat(validate.err()).contains(why);
  }

  @Test
  void anExportNamesNoDeviceAndGoesInAgain() throws IOException {
    String identity = Json.LINE.readTree(good).at("/key/source").asString();
    String device = identity.substring(identity.lastIndexOf('@') + 1);
    Path file = home.resolve("exported.json");

    assertThat(cleave("profile", "export", "good", "-o", file.toString()).exitCode()).isZero();

    String text = Files.readString(file);
    if (identity.contains("@")) {
      assertThat(text).contains("sha256-").doesNotContain(device);
    }
    assertThat(cleave("profile", "validate", file.toString()).exitCode()).isZero();
    assertThat(cleave("profile", "import", file.toString()).exitCode()).isZero();
  }

  @Test
  void listsWhatItHoldsAsJson() {
    JsonNode list = Json.LINE.readTree(cleave("profile", "list", "--json").out());

    assertThat(list.path("schema").asString()).isEqualTo("cleave.profiles/1");
    assertThat(list.at("/profiles/0/id").asString()).isEqualTo("good");
  }

  @Test
  void removesAProfileOnce() {
    assertThat(cleave("profile", "remove", "good").exitCode()).isZero();

    InProcess again = cleave("profile", "remove", "good");
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("no profile named 'good'");
  }

  @Test
  void printsTheSchemaOfProfiles() {
    JsonNode schema = Json.LINE.readTree(cleave("profile", "schema").out());

    assertThat(schema.path("$id").asString()).isEqualTo("urn:cleave:schema:profile:1");
  }

  @Test
  void needsAVerb() {
    InProcess none = cleave("profile");

    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("'match'", "'generate'", "'schema'");
  }

  private InProcess cleave(String... args) {
    return InProcess.cleave(home, Arrays.stream(args).map(this::below).toArray(String[]::new));
  }

  private String below(String argument) {
    return argument.equals(".") ? home.toString() : argument;
  }

  private static String profile(String id, String identity) {
    ObjectNode profile = Json.PRETTY.createObjectNode();
    profile.put("schema", "cleave.profile/1").put("id", id);
    profile.putObject("key").put("source", identity).put("destination", identity);
    profile.put("created", "2020-11-22T21:50:12Z").put("run", "20261122T214500-1");
    plan(profile.putObject("baseline"), 1, 1 << 20);
    ObjectNode found = profile.putObject("classes").putObject("small").putObject("command");
    found.put("verdict", "TUNED");
    plan(found.putObject("plan"), 2, 4 << 20);
    found.putObject("gain").put("ratio", 1.2).put("low", 1.1).put("high", 1.3);
    found.put("samples", 12).put("why", "made up");
    ObjectNode facts = profile.putObject("facts").put("kernel", "6.1.0").put("version", "0.1");
    facts.putObject("source").put("fileSystem", "ext4").put("deviceClass", "virtual");
    facts.putObject("destination").put("fileSystem", "ext4").put("deviceClass", "virtual");
    return Json.PRETTY.writeValueAsString(profile.put("noise", 0.04));
  }

  private static void plan(ObjectNode plan, int splitDepth, int chunkBytes) {
    plan.put("backend", "nio").put("splitDepth", splitDepth).put("chunkBytes", chunkBytes);
    plan.put("queueDepth", 1).put("workers", 1).put("preallocate", false);
  }
}

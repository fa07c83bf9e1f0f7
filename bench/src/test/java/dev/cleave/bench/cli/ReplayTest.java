package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A copy runs by the very plans of its profile, or says what differed and why. */
class ReplayTest {
  private static final long SEED = 20261124;
  private static final int PROFILES = 10;

  @TempDir Path home;

  @Test
  void runsByThePlansOfTheProfile() throws IOException {
    System.out.println("seed " + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    Path tree = tree();
    for (int number = 0; number < PROFILES; number++) {
      ObjectNode profile = profile("replay-" + number, random);
      Path file = home.resolve("profile.json");
      Files.writeString(file, Json.PRETTY.writeValueAsString(profile));
      InProcess imported = InProcess.cleave(home, "profile", "import", file.toString());
      assertThat(imported.exitCode()).as(imported.err()).isZero();
      Path target = home.resolve("copy" + number);
      InProcess copy =
          InProcess.cleave(
              home,
              "copy",
              "-r",
              "--json",
              "--profile",
              "replay-" + number,
              "" + tree,
              "" + target);
      assertThat(copy.exitCode()).as(copy.err()).isZero();
      JsonNode document = Json.LINE.readTree(copy.out());
      assertThat(document.get("profile").asString()).isEqualTo("replay-" + number);
      assertThat(document.get("plans")).hasSize(3);
      for (JsonNode use : document.get("plans")) {
        JsonNode wanted =
            profile.at("/classes/" + use.get("sizeClass").asString() + "/command/plan");
        assertThat(use.get("asked")).isEqualTo(Json.LINE.readTree(wanted.toString()));
        if (!use.get("used").equals(use.get("asked"))) {
          assertThat(use.get("why").asString()).as(use.toString()).isNotBlank();
        }
      }
      assertThat(target.resolve("large")).hasSameBinaryContentAs(tree.resolve("large"));
      Files.delete(target.resolve("large"));
    }
  }

  /** One file of each class. */
  private Path tree() throws IOException {
    Path tree = Files.createDirectory(home.resolve("tree"));
    Files.write(tree.resolve("small"), new byte[1000]);
    Files.write(tree.resolve("medium"), new byte[2 << 20]);
    byte[] large = new byte[129 << 20];
    for (int at = 0; at < large.length; at += 1 << 16) {
      large[at] = (byte) (at >> 16);
    }
    Files.write(tree.resolve("large"), large);
    return tree;
  }

  private static ObjectNode profile(String id, SplittableRandom random) {
    ObjectNode profile = Json.PRETTY.createObjectNode();
    profile.put("schema", "cleave.profile/1").put("id", id);
    profile.putObject("key").put("source", "ext4@vda").put("destination", "ext4@vda");
    profile.put("created", "2026-11-22T21:50:12Z").put("run", "20261122T214500-1");
    plan(profile.putObject("baseline"), BackendKind.NIO, 0, 1 << 20, 1, false);
    ObjectNode classes = profile.putObject("classes");
    for (String sizeClass : new String[] {"small", "medium", "large"}) {
      ObjectNode found = classes.putObject(sizeClass).putObject("command");
      found.put("verdict", "TUNED").put("samples", 12).put("why", "12 samples say so");
      found.putObject("gain").put("ratio", 1.25).put("low", 1.2).put("high", 1.3);
      BackendKind[] backends = BackendKind.values();
      plan(
          found.putObject("plan"),
          backends[random.nextInt(backends.length)],
          random.nextInt(5),
          1 << (16 + random.nextInt(7)),
          1 << random.nextInt(4),
          random.nextBoolean());
    }
    ObjectNode facts = profile.putObject("facts");
    facts.put("kernel", "6.1.0-40-amd64").put("version", "0.1.0");
    for (String stack : new String[] {"source", "destination"}) {
      facts.putObject(stack).put("fileSystem", "ext4").put("deviceClass", "virtual");
    }
    return profile.put("noise", 0.04);
  }

  private static void plan(
      ObjectNode plan, BackendKind backend, int depth, int chunk, int queue, boolean preallocate) {
    plan.put("backend", backend.toString()).put("splitDepth", depth).put("chunkBytes", chunk);
    plan.put("queueDepth", queue).put("workers", 1).put("preallocate", preallocate);
  }
}

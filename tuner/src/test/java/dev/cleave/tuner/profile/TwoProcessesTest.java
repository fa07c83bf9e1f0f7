package dev.cleave.tuner.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.search.Verdict;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store that several processes write to, of which one may be killed. */
@Timeout(300)
class TwoProcessesTest {
  private static final int PROFILES = 12;

  @TempDir private Path directory;

  @Test
  void loseNoProfilesOfEachOther() throws Exception {
    List<Process> writers = List.of(writer(), writer());
    for (Process writer : writers) {
      String output = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(writer.waitFor()).as(output).isZero();
    }

    assertThat(new ProfileStore(directory).list().profiles()).hasSize(2 * PROFILES);
    assertThat(new ProfileStore(directory).list().warnings()).isEmpty();
    assertThat(ProfileIndex.read(directory, StoreOrigin.USER).plans())
        .hasSize(2 * 2 * PROFILES); // for two clocks each
  }

  @Test
  void aKilledOneLeavesWholeProfilesAndAnIndexThatFits() throws Exception {
    for (int saved = 1; saved <= 5; saved++) {
      List<String> promised = new ArrayList<>();
      Process writer = writer();
      try (BufferedReader lines = writer.inputReader()) {
        for (int i = 0; i < saved; i++) {
          promised.add(lines.readLine());
        }
        writer.destroyForcibly().waitFor();
      }

      ProfileStore.Listing listing = new ProfileStore(directory).list();

      assertThat(listing.warnings()).isEmpty();
      assertThat(listing.profiles()).extracting(Profile::id).containsAll(promised);
      assertThat(ProfileIndex.read(directory, StoreOrigin.USER).plans())
          .extracting(IndexedPlan::profile)
          .containsAll(listing.profiles().stream().map(Profile::id).toList())
          .hasSize(2 * listing.profiles().size());
    }
  }

  private Process writer() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            StartUpPathTest.classPath() + File.pathSeparator + jacksons(),
            Writer.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The test's own class path and module path: Jackson is on one of them. */
  private static String jacksons() {
    return System.getProperty("java.class.path", "")
        + File.pathSeparator
        + System.getProperty("jdk.module.path", "");
  }

  /** Saves profiles, and prints the id of each that is on the device. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) throws IOException {
      ProfileStore store = new ProfileStore(Path.of(args[0]));
      for (int i = 0; i < PROFILES; i++) {
        Path file = store.save(Profiles.of(Profiles.DISK, Profiles.TIME, Verdict.TUNED, 1 + i % 5));
        System.out.println(file.getFileName().toString().replace(".json", ""));
      }
    }
  }
}

package dev.cleave.tuner.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.search.Verdict;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a copy loads to find its plan, as the JVM itself reports it. */
class StartUpPathTest {
  @TempDir private Path directory;

  @Test
  void loadsNeitherJacksonNorRegularExpressions() throws Exception {
    Profile profile = Profiles.of(Profiles.DISK, Profiles.TIME, Verdict.TUNED, 3);
    new ProfileStore(directory).save(profile);

    List<String> output = runMatch();

    assertThat(output).contains(profile.id());
    assertThat(output)
        .anyMatch(line -> line.contains("dev.cleave.tuner.profile.ProfileMatcher"))
        .noneMatch(line -> line.contains("jackson"))
        .noneMatch(line -> line.contains("java.util.regex"))
        .noneMatch(line -> line.contains("dev.cleave.tuner.profile.ProfileStore"));
  }

  private List<String> runMatch() throws Exception {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                classPath(),
                Match.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).as(output).isZero();
    return output.lines().toList();
  }

  static String classPath() throws URISyntaxException {
    String own = location(StartUpPathTest.class);
    // On the module path the test classes are patched into the module, which then is their place.
    String tests = Path.of(own).resolveSibling("test-classes").toString();
    return String.join(
        File.pathSeparator,
        Stream.of(tests, own, location(ProfileMatcher.class), location(CopyPlan.class)).toList());
  }

  private static String location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  /** What a copy does at its start. */
  static final class Match {
    private Match() {}

    public static void main(String[] args) {
      ProfileIndex index = ProfileIndex.read(Path.of(args[0]), StoreOrigin.USER);
      CopySite site = new CopySite(ProfileKey.of("ext4@vda", "ext4@vda"), 50, 1_795_400_000);
      ProfileMatch match = new ProfileMatcher(List.of(index)).match(site);
      System.out.println(match.plan(SizeClass.LARGE, Clock.COMMAND).profile());
    }
  }
}

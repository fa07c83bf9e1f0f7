package dev.cleave.tuner.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.device.StackTraits;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.search.Recommendation;
import dev.cleave.tuner.search.Verdict;
import dev.cleave.tuner.stats.Interval;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileStoreTest {
  private static final String ID = "ext4-vda-20261122T2150";

  @TempDir private Path temporary;
  private Path directory;
  private ProfileStore store;

  @BeforeEach
  void openStore() {
    directory = temporary.resolve("config/cleave/profiles");
    store = new ProfileStore(directory);
  }

  @Test
  void loadsWhatWasSaved() throws IOException {
    Profile profile = tuned(3);

    Path file = store.save(profile);

    assertThat(file).isEqualTo(directory.resolve(ID + ".json"));
    assertThat(store.load(ID).profile()).isEqualTo(profile);
    assertThat(store.list()).isEqualTo(new ProfileStore.Listing(List.of(profile), List.of()));
  }

  @Test
  void keepsAnIntervalWithoutEnd() throws IOException {
    Recommendation few =
        new Recommendation(
            Verdict.TUNED,
            Profiles.plan(1),
            new Interval(1.1, 0, Double.POSITIVE_INFINITY),
            2,
            "too few samples for an interval");
    Profile profile =
        Profiles.with(
            Profiles.DISK, Profiles.TIME, Map.of(SizeClass.SMALL, Map.of(Clock.DURABLE, few)));

    store.save(profile);

    assertThat(store.load(ID).profile()).isEqualTo(profile);
  }

  @Test
  void isReadableForEverybodyAndLeavesNoTemporaryFile() throws IOException {
    store.save(tuned(3));

    assertThat(mode(directory)).isEqualTo("rwxr-xr-x");
    assertThat(mode(directory.resolve(ID + ".json"))).isEqualTo("rw-r--r--");
    assertThat(mode(directory.resolve("index.tsv"))).isEqualTo("rw-r--r--");
    assertThat(names()).containsExactly(".lock", ID + ".json", "index.tsv");
  }

  @Test
  void looksLikeThis() throws IOException {
    StackTraits traits =
        new StackTraits("ext4", "discard", "Samsung_990", "crypt@nvme", "4B2QJXD7", "2-1");
    ProfileKey key = new ProfileKey("ext4@vda", "ext4@vda", null, traits, traits, "6.1", "32GiB");
    store.save(Profiles.of(key, Profiles.TIME, Verdict.TUNED, 3));

    assertThat(directory.resolve(ID + ".json")).hasContent(resource("profile.json"));
    assertThat(
            Files.readString(directory.resolve("index.tsv"))
                .replaceAll("\t[0-9]{19}\t", "\tMTIME\t"))
        .isEqualTo(resource("index.tsv"));
  }

  @Test
  void neverSavesAnInvalidProfile() {
    assertThatThrownBy(() -> store.save(profile(Verdict.INVALID, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(ID);
    assertThat(directory).doesNotExist();
  }

  @Test
  void findsAnotherNameForASecondProfileWithinAMinute() throws IOException {
    store.save(tuned(3));

    Path second = store.save(Profiles.of(Profiles.DISK, Profiles.TIME, Verdict.TUNED, 4));

    assertThat(second).hasFileName(ID + "-2.json");
    assertThat(store.load(ID + "-2").profile().id()).isEqualTo(ID + "-2");
    assertThat(store.load(ID).profile()).isEqualTo(tuned(3));
  }

  @Test
  void listsTheNewestFirst() throws IOException {
    store.save(tuned(1));
    store.save(Profiles.of(Profiles.DISK, Profiles.TIME.plusSeconds(60), Verdict.TUNED, 2));
    store.save(Profiles.of(Profiles.DISK, Profiles.TIME.minusSeconds(60), Verdict.TUNED, 3));

    assertThat(store.list().profiles())
        .extracting(Profile::id)
        .containsExactly("ext4-vda-20261122T2151", ID, "ext4-vda-20261122T2149");
  }

  @Test
  void removesAProfileFromTheIndexToo() throws IOException {
    store.save(tuned(3));
    store.save(Profiles.of(Profiles.DISK_TO_OTHER, Profiles.TIME, Verdict.TUNED, 2));

    store.remove(ID);

    assertThatThrownBy(() -> store.load(ID)).isInstanceOf(NoSuchFileException.class);
    assertThat(ProfileIndex.read(directory, StoreOrigin.USER).plans())
        .extracting(IndexedPlan::key)
        .containsOnly(Profiles.DISK_TO_OTHER);
    assertThatThrownBy(() -> store.remove(ID)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void ignoresFieldsOfALaterMinorVersion() throws IOException {
    Profile profile = tuned(3);
    Path file = store.save(profile);
    edit(file, "\"noise\"", "\"fillLevel\" : { \"share\" : 0.5 },\n  \"noise\"");
    edit(file, "\"splitDepth\" : 3", "\"splitDepth\" : 3, \"huge\" : [ 1, 2 ]");

    assertThat(store.load(ID).profile()).isEqualTo(profile);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cleave.profile/1      | cleave.profile/2        | update it
          cleave.profile/1      | cleave.run/1            | is no profile
          "splitDepth" : 3      | "splitDepth" : 60       | from 0 to 6
          "splitDepth" : 3      | "splitDepth" : "deep"   | "deep"
          "chunkBytes" : 4194304 | "chunkBytes" : 0       | the chunk in bytes
          "chunkBytes" : 4194304 | "chunkBytes" : 1099511627776 | the chunk in bytes
          "chunkBytes" : 4194304,|                        | the chunk in bytes
          "backend" : "nio"     | "backend" : "teleport"  | teleport
          "backend" : "nio"     | "backend" : null        | backend
          "noise" : 0.04        | "noise" : "NaN"         | noise
          "ratio" : 1.25        | "ratio" : "NaN"         | no ratio
          "id" : "ext4-vda-20261122T2150" | "id" : "../../etc/x" | no name of a profile
          "id" : "ext4-vda-20261122T2150" | "id" : "other"       | name it other.json
          "deviceClass" : "virtual" | "deviceClass" : "cloud" | cloud
          "large"               | "gigantic"              | gigantic
          "splitDepth" : 3      | "splitDepth" : 3.7      | classes.large.command.plan.splitDepth
          "splitDepth" : 3      | "splitDepth" : "3"      | classes.large.command.plan.splitDepth
          "splitDepth" : 3      | "splitDepth" : 3, "splitDepth" : 2 | splitDepth
          "verdict" : "TUNED"   | "verdict" : 2           | classes.large.command.verdict
          "noise" : 0.04        | "noise" : NaN           | 'NaN'
          "kernel" : "6.1.0-40-amd64",|                   | facts: kernel is missing
          """)
  void refusesABadProfileAndNamesTheFile(String from, String to, String why) throws IOException {
    Path file = store.save(tuned(3));
    edit(file, from, to == null ? "" : to);

    assertThatThrownBy(() -> store.load(ID))
        .isInstanceOf(BadProfileException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(why)
        .hasMessageNotContainingAny("dev.cleave", "Feature", "tools.jackson");
  }

  @Test
  void keepsWhatItDoesNotKnowWhenItWritesAProfileAgain() throws IOException {
    Path file = store.save(tuned(3));
    edit(file, "\"noise\"", "\"later\" : { \"a\" : [ 1, null ] },\n  \"noise\"");
    edit(file, "\"splitDepth\" : 3", "\"splitDepth\" : 3, \"huge\" : [ 1, 2 ]");
    edit(file, "cleave.profile/1", "cleave.profile/1.4");

    Path again = store.save(store.load(ID));

    assertThat(again).hasFileName(ID + "-2.json");
    assertThat(Json.PRETTY.readTree(Files.readString(again)))
        .isEqualTo(Json.PRETTY.readTree(Files.readString(file).replace(ID + "\"", ID + "-2\"")));
  }

  @Test
  void namesALinkThatLeadsNowhere() throws IOException {
    store.save(tuned(3));
    Files.createSymbolicLink(directory.resolve("gone.json"), directory.resolve("nowhere"));

    assertThatThrownBy(() -> store.load("gone"))
        .isInstanceOf(BadProfileException.class)
        .hasMessageContaining("link that leads nowhere");
  }

  @Test
  @Timeout(60)
  void isNotHeldUpByAPipeInPlaceOfItsLock() throws Exception {
    store.save(tuned(3));
    Files.delete(directory.resolve(".lock"));
    makePipe(directory.resolve(".lock"));
    Files.delete(directory.resolve("index.tsv"));

    assertThat(ProfileIndex.read(directory, StoreOrigin.USER).plans()).hasSize(2);
    assertThatThrownBy(() -> store.save(tuned(2))).hasMessageContaining("is no plain file");
  }

  @Test
  @Timeout(60)
  void isNotHeldUpByAPipeAmongTheProfilesOrInPlaceOfTheIndex() throws Exception {
    store.save(tuned(3));
    makePipe(directory.resolve("pipe.json"));
    Files.delete(directory.resolve("index.tsv"));
    makePipe(directory.resolve("index.tsv"));

    ProfileIndex index = ProfileIndex.read(directory, StoreOrigin.USER);

    assertThat(index.plans()).hasSize(2);
    assertThat(index.warnings()).singleElement().asString().contains("no plain file");
  }

  @Test
  void servesCopiesWhereTheIndexCanNotBeWritten() throws IOException {
    store.save(tuned(3));
    Files.delete(directory.resolve("index.tsv"));
    Files.createDirectories(directory.resolve("index.tsv/in-the-way"));

    ProfileIndex index = ProfileIndex.read(directory, StoreOrigin.USER);

    assertThat(index.plans()).hasSize(2);
    assertThat(index.warnings()).singleElement().asString().contains("profile validate");
  }

  @Test
  void saysWhatIsInTheWayOfItsDirectory() throws IOException {
    Files.createDirectories(directory.getParent());
    Files.writeString(directory, "a file");

    assertThatThrownBy(() -> store.save(tuned(3))).hasMessageContaining("is no directory");
  }

  private static void makePipe(Path path) throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
  }

  @Test
  void refusesEveryTruncatedProfile() throws IOException {
    Path file = store.save(tuned(3));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length - 1; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> store.load(ID))
          .as("the first %d bytes", length)
          .isInstanceOf(BadProfileException.class);
    }
  }

  @Test
  void refusesEveryProfileThatLacksAField() throws IOException {
    Path file = store.save(tuned(3));
    List<String> lines = Files.readAllLines(file);
    for (String field : List.of("schema", "id", "created", "run", "kernel", "fileSystem")) {
      Files.write(file, lines.stream().filter(l -> !l.contains('"' + field + '"')).toList());

      assertThatThrownBy(() -> store.load(ID))
          .as("without %s", field)
          .isInstanceOf(BadProfileException.class);
    }
  }

  @Test
  void skipsWhatItCannotReadAndNamesIt() throws IOException {
    store.save(tuned(3));
    Path broken = Files.writeString(directory.resolve("broken.json"), "{\"schema\"");
    Path huge = Files.write(directory.resolve("huge.json"), new byte[SmallFile.MAX_BYTES + 1]);
    Path dangling = directory.resolve("dangling.json");
    Files.createSymbolicLink(dangling, directory.resolve("nowhere"));
    Path folder = Files.createDirectory(directory.resolve("folder.json"));

    ProfileStore.Listing listing = store.list();

    assertThat(listing.profiles()).containsExactly(tuned(3));
    assertThat(listing.warnings())
        .satisfiesExactly(
            warning -> assertThat(warning).contains(broken.toString()),
            warning -> assertThat(warning).contains(dangling.toString()),
            warning -> assertThat(warning).contains(folder.toString(), "no plain file"),
            warning -> assertThat(warning).contains(huge.toString(), "bytes"));
    store.remove("broken");
    store.remove("dangling");
    assertThat(ProfileIndex.read(directory, StoreOrigin.USER).plans()).hasSize(2);
  }

  @Test
  void neverLeavesTheDirectory() {
    assertThatThrownBy(() -> store.load("../x")).isInstanceOf(BadProfileException.class);
    assertThatThrownBy(() -> store.remove("../x")).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void holdsNothingWithoutADirectory() throws IOException {
    assertThat(store.list()).isEqualTo(new ProfileStore.Listing(List.of(), List.of()));
  }

  @Test
  void losesNothingOfWritersAtTheSameTime() throws Exception {
    int writers = 4;
    int profilesEach = 10;
    try (var pool = Executors.newFixedThreadPool(writers)) {
      List<Future<?>> pending = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        pending.add(pool.submit(() -> saveAll(new ProfileStore(directory), profilesEach)));
      }
      for (Future<?> done : pending) {
        done.get();
      }
    }

    assertThat(store.list().profiles()).hasSize(writers * profilesEach);
    assertThat(ProfileIndex.read(directory, StoreOrigin.USER).plans())
        .hasSize(2 * writers * profilesEach);
  }

  private static Void saveAll(ProfileStore own, int count) throws IOException {
    for (int number = 0; number < count; number++) {
      own.save(tuned(number % 5));
    }
    return null;
  }

  private static Profile tuned(int splitDepth) {
    return profile(Verdict.TUNED, splitDepth);
  }

  private static Profile profile(Verdict verdict, int splitDepth) {
    return Profiles.of(Profiles.DISK, Profiles.TIME, verdict, splitDepth);
  }

  private static void edit(Path file, String from, String to) throws IOException {
    String before = Files.readString(file);
    assertThat(before).contains(from);
    Files.writeString(file, before.replace(from, to));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String resource(String name) throws IOException {
    try (var in = ProfileStoreTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

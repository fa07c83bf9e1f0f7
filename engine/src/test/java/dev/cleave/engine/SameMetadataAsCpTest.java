package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.engine.MetadataFiles.Source;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.PlainUser;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.PreserveOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What cp makes of a source and what the engine makes of it have the same metadata, and fail alike:
 * for every combination of options, kind of source, what the target was before, and user.
 */
@ParameterizedClass(name = "in {0}")
@FieldSource("FILE_SYSTEMS")
class SameMetadataAsCpTest {
  /** A disk's and tmpfs. */
  static final List<Path> FILE_SYSTEMS =
      Stream.of(Path.of("").toAbsolutePath().resolve("target"), Path.of("/dev/shm"))
          .filter(Files::isDirectory)
          .toList();

  private static final boolean YES = true;
  private static final boolean NO = false;

  /** What the target is before, and where. */
  enum Standing {
    NEW,
    NEW_BESIDE_DEFAULT_LIST,
    NEW_IN_SHARED_DIRECTORY,
    OWN,
    OWN_WITH_LIST,
    OWN_AND_LINKED,
    OF_OTHERS;

    boolean isNew() {
      return this == NEW || this == NEW_BESIDE_DEFAULT_LIST || this == NEW_IN_SHARED_DIRECTORY;
    }
  }

  record Options(String asWritten, PreserveOptions preserve) {
    @Override
    public String toString() {
      return asWritten;
    }
  }

  private static Options options(
      String asWritten, boolean mode, boolean owner, boolean times, boolean xattr, boolean plain) {
    boolean required = !asWritten.isEmpty() && !asWritten.startsWith("--no-preserve");
    boolean xattrRequired = xattr && !asWritten.equals("-a");
    return new Options(
        asWritten,
        new PreserveOptions(mode, owner, times, NO, NO, xattr, plain, required, xattrRequired));
  }

  private static final List<Options> OPTIONS =
      List.of(
          options("", NO, NO, NO, NO, NO),
          options("-p", YES, YES, YES, NO, NO),
          options("-a", YES, YES, YES, YES, NO),
          options("--preserve=mode", YES, NO, NO, NO, NO),
          options("--preserve=ownership", NO, YES, NO, NO, NO),
          options("--preserve=timestamps", NO, NO, YES, NO, NO),
          options("--preserve=xattr", NO, NO, NO, YES, NO),
          options("--preserve=ownership,xattr", NO, YES, NO, YES, NO),
          options("--preserve=mode,xattr,timestamps", YES, NO, YES, YES, NO),
          options("--no-preserve=mode", NO, NO, NO, NO, YES),
          options("-p --no-preserve=mode", NO, YES, YES, NO, YES));

  private final Path fileSystem;
  private Path base = Path.of("");

  SameMetadataAsCpTest(Path fileSystem) {
    this.fileSystem = fileSystem;
  }

  static Stream<Arguments> everyCase() {
    List<Arguments> all = new ArrayList<>();
    for (Options options : OPTIONS) {
      for (Standing standing : Standing.values()) {
        // such a target is removed first by -a, which is a matter of links
        if (standing != Standing.OWN_AND_LINKED || !options.asWritten.equals("-a")) {
          all.add(Arguments.of(options, standing));
        }
      }
    }
    return all.stream();
  }

  @BeforeEach
  void makeBase() throws IOException {
    base = Files.createTempDirectory(fileSystem, "metadata");
    assumeTrue(owner(base) == 0, "only root may make files of others");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "no setpriv to run cp as a user");
    MetadataFiles.own(base, 0755, 0, 0);
  }

  @AfterEach
  void removeBase() throws IOException {
    try (Stream<Path> all = Files.walk(base)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static int owner(Path file) throws IOException {
    return SparseFile.status(file).owner();
  }

  @ParameterizedTest(name = "cp {0}, target {1}")
  @MethodSource("everyCase")
  void rootGetsWhatCpGives(Options options, Standing standing) throws Exception {
    compare(options, standing, true);
  }

  @ParameterizedTest(name = "cp {0}, target {1}")
  @MethodSource("everyCase")
  void othersGetWhatCpGives(Options options, Standing standing) throws Exception {
    compare(options, standing, false);
  }

  @ParameterizedTest(name = "umask {0}")
  @ValueSource(ints = {0, 0027})
  void theUmaskMeansWhatItMeansToCp(int umask) throws Exception {
    int before = Libc.INSTANCE.umask(umask);
    try {
      for (Options options : OPTIONS) {
        for (Standing standing : List.of(Standing.NEW, Standing.NEW_BESIDE_DEFAULT_LIST)) {
          removeBase();
          makeBase();
          compare(options, standing, true);
        }
      }
    } finally {
      Libc.INSTANCE.umask(before);
    }
  }

  private void compare(Options options, Standing standing, boolean isRoot) throws Exception {
    List<Case> cases = new ArrayList<>();
    for (Source source : Source.values()) {
      if (!isDifferent(options, source, standing, isRoot)) {
        Path directory = Files.createDirectory(base.resolve(source.name()));
        prepare(directory.resolve("cp"), source, standing, isRoot);
        cases.add(prepare(directory.resolve("us"), source, standing, isRoot));
      }
    }
    Set<String> cpSaid = runCp(options, isRoot);
    Callable<Set<String>> copy = () -> runOurs(cases, options);
    assertThat(isRoot ? copy.call() : PlainUser.call(copy)).isEqualTo(cpSaid);
    boolean ownsTarget = isRoot || standing != Standing.OF_OTHERS;
    boolean times = options.preserve.timestamps() && ownsTarget;
    for (Case one : cases) {
      assertThat(looks(one.target(), times))
          .as("cp " + options + " " + one.source())
          .isEqualTo(looks(Path.of(one.target().toString().replace("/us/", "/cp/")), times));
    }
  }

  /** What isn't a matter of metadata, and the one attribute that cp loses and we keep. */
  private static boolean isDifferent(
      Options options, Source source, Standing standing, boolean isRoot) {
    if (source == Source.LINK) {
      return !standing.isNew(); // the walk decides what a link over a link means
    }
    // cp makes the old file read-only before it sets the attribute, which then fails
    boolean replaces = standing == Standing.OWN || standing == Standing.OWN_WITH_LIST;
    return source == Source.READ_ONLY && !isRoot && replaces && options.asWritten.equals("-a");
  }

  private record Case(Path source, Path target) {}

  private static Case prepare(Path directory, Source source, Standing standing, boolean isRoot)
      throws IOException {
    int user = isRoot ? 0 : PlainUser.ID;
    Files.createDirectory(directory);
    Path from = directory.resolve("from");
    source.make(from);
    Path to = Files.createDirectory(directory.resolve("to"));
    Path target = to.resolve("target");
    if (!standing.isNew()) {
      makeTarget(target, source, standing, user);
    }
    MetadataFiles.own(to, standing == Standing.NEW_IN_SHARED_DIRECTORY ? 02777 : 0777, user, 9);
    if (standing == Standing.NEW_BESIDE_DEFAULT_LIST) {
      MetadataFiles.set(to, MetadataFiles.DEFAULT_LIST, MetadataFiles.list(7, 7));
    }
    return new Case(from, target);
  }

  private static void makeTarget(Path target, Source source, Standing standing, int user)
      throws IOException {
    if (source == Source.LINK) {
      Files.createSymbolicLink(target, Path.of("elsewhere"));
      return;
    }
    if (source.isDirectory()) {
      Files.createDirectory(target);
      MetadataFiles.make(target.resolve("inner"), 0600, user, user);
    } else {
      Files.writeString(target, "old content");
    }
    boolean isOther = standing == Standing.OF_OTHERS;
    MetadataFiles.own(target, isOther ? 0777 : 06757, isOther ? 8 : user, isOther ? 8 : user);
    MetadataFiles.attribute(target, "user.old", "stays");
    if (standing == Standing.OWN_WITH_LIST) {
      MetadataFiles.set(target, MetadataFiles.ACCESS_LIST, MetadataFiles.list(6, 7));
    }
    if (standing == Standing.OWN_AND_LINKED && !source.isDirectory()) {
      Files.createLink(target.resolveSibling("another"), target);
    }
  }

  /** Runs it for all cases, and returns what it says and for which of them it fails. */
  private Set<String> runCp(Options options, boolean isRoot) throws Exception {
    List<String> command = new ArrayList<>();
    if (!isRoot) {
      command.addAll(List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534"));
      command.add("--clear-groups");
    }
    String copyAll =
        "for d in *; do cp -rT $0 \"$PWD/$d/cp/from\" \"$PWD/$d/cp/to/target\" || echo $d failed;"
            + " done";
    command.addAll(List.of("/bin/sh", "-c", copyAll, options.asWritten));
    ProcessBuilder cp = new ProcessBuilder(command).directory(base.toFile());
    cp.environment().put("LC_ALL", "C");
    Process process = cp.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines()
        .map(line -> line.replaceFirst("^cp: ", "").replace("/cp/", "/us/"))
        .map(SameMetadataAsCpTest::withoutLuck)
        .collect(Collectors.toSet());
  }

  private Set<String> runOurs(List<Case> cases, Options options) throws IOException {
    CopyOptions all = CopyOptions.builder().recursive(true).preserve(options.preserve).build();
    Set<String> said = new TreeSet<>();
    for (Case one : cases) {
      CopyRequest request =
          CopyRequest.of(BytePath.of(one.source()), BytePath.of(one.target()), CopyPlan.SEQUENTIAL)
              .withOptions(all);
      List<CopyError> errors = CopyEngine.copy(request).errors();
      errors.forEach(error -> said.add(withoutLuck(error.message())));
      if (!errors.isEmpty()) {
        said.add(base.relativize(one.source()).getName(0) + " failed");
      }
    }
    return said;
  }

  /** Which file cp names for an attribute it can't set is luck: it overwrites the name. */
  private static String withoutLuck(String message) {
    return message.replaceFirst("^(setting attribute '.*' for) '[^']*'", "$1 FILE");
  }

  /** Of the target and, if it is a directory, of what is in it. */
  private static List<String> looks(Path target, boolean times) throws IOException {
    List<String> looks = new ArrayList<>();
    looks.add(FileLook.of(target, times)); // before it is read, which changes the time of access
    if (Files.isDirectory(target)) {
      looks.add(FileLook.of(target.resolve("inner"), times));
    }
    return looks;
  }
}

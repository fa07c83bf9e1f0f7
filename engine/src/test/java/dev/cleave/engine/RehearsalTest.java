package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.PlainUser;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.Dereference;
import dev.cleave.engine.options.ReflinkMode;
import dev.cleave.engine.options.SparseMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rehearsal changes nothing, and says what the copy then does and says. */
class RehearsalTest {
  private static final String[] SOURCES = {"a", "h", "s", "old", "t", "dangling", "fifo", "d"};
  private static final String[] TARGETS = {
    "new", "a", "h", "s", "old", "t", "dangling", "loop", "sub", "sd", "a~", "locked", "d", "no/x"
  };

  private static final int FIFO = 0010000; // linux/stat.h

  @TempDir(factory = MemoryDirectory.class)
  Path directory;

  private static void makeTree(Path tree) throws IOException {
    Files.createDirectory(tree);
    Files.writeString(tree.resolve("a"), "A");
    Files.createLink(tree.resolve("h"), tree.resolve("a"));
    link(tree, "s", "a");
    Files.writeString(tree.resolve("old"), "old");
    Files.setLastModifiedTime(tree.resolve("old"), FileTime.from(Instant.ofEpochSecond(1)));
    link(tree, "t", "old");
    link(tree, "dangling", "nowhere");
    link(tree, "loop", "loop");
    Files.createDirectories(tree.resolve("sub/d"));
    Files.writeString(tree.resolve("sub/d/a"), "there");
    Files.createDirectory(tree.resolve("sub/d/h"));
    link(tree, "sd", "sub");
    Files.writeString(tree.resolve("a~"), "backup");
    Files.writeString(tree.resolve("locked"), "locked");
    Files.setPosixFilePermissions(
        tree.resolve("locked"), PosixFilePermissions.fromString("r--r--r--"));
    Files.createDirectories(tree.resolve("d/e"));
    Files.writeString(tree.resolve("d/a"), "d");
    Files.createLink(tree.resolve("d/h"), tree.resolve("d/a"));
    Files.writeString(tree.resolve("d/e/secret"), "s");
    Files.setPosixFilePermissions(
        tree.resolve("d/e/secret"), PosixFilePermissions.fromString("---------"));
    BytePath fifo = BytePath.of(tree.resolve("fifo"));
    Libc.INSTANCE.mknodat(Open.AT_CWD, fifo, FIFO | 0644, 0);
    Files.setPosixFilePermissions(tree, EnumSet.allOf(PosixFilePermission.class));
    Files.setPosixFilePermissions(tree.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void link(Path tree, String name, String pointsTo) throws IOException {
    Files.createSymbolicLink(tree.resolve(name), Path.of(pointsTo));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-R",
        "-a",
        "-R -L",
        "-P",
        "-f",
        "-R -f",
        "-l",
        "-l -R -f",
        "-s",
        "-n",
        "-u",
        "-u -R",
        "--remove-destination -R",
        "--attributes-only",
        "--backup",
        "--backup=numbered -a",
        "--backup=simple -f -R",
        "--preserve=links"
      })
  void saysWhatTheCopyThenDoes(String options) throws Exception {
    for (String source : SOURCES) {
      for (String target : TARGETS) {
        if (!(source.equals("fifo") && !options.matches("(.* )?-(R|a|l|s)( .*)?"))) {
          compare(options, List.of(source), target);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-R", "-n", "-R --backup=numbered", "-f -R", "-a", "-l -R"})
  void saysWhatSeveralNamedTogetherComeTo(String options) throws Exception {
    compare(options, List.of("a", "d/a", "missing", "old", "old"), "into/");
    compare(options, List.of("a", "sub", "h"), "into/");
    compare(options, List.of("sub/d/h", "h"), "into/");
    compare(options, List.of("h", "sub/d/h"), "into/");
  }

  private void compare(String options, List<String> sources, String target) throws Exception {
    CopyOptions parsed = CpOptions.parse(options, (name, mode) -> true);
    // what of others' files may be linked to or changed is known only once it is tried
    boolean byUser =
        System.getProperty("user.name").equals("root") && !options.matches("(.* )?-[al]( .*)?");
    for (boolean plain : byUser ? new boolean[] {false, true} : new boolean[] {false}) {
      Path tree = directory.resolve("tree");
      makeTree(tree);
      Files.createDirectory(tree.resolve("into"));
      try {
        List<CopyItem> items = items(tree, sources, target);
        List<String> before = look(tree);
        Heard said = plain ? PlainUser.call(() -> said(items, parsed)) : said(items, parsed);
        assertThat(look(tree)).isEqualTo(before);
        Heard done = plain ? PlainUser.call(() -> done(items, parsed)) : done(items, parsed);
        String what = options + " " + sources + " " + target + (plain ? " by a user" : "");
        assertThat(said.lines()).as(what).isEqualTo(done.lines());
        assertThat(said.complete).as(what).isEqualTo(done.complete);
        assertThat(said.numbers).as(what).isEqualTo(done.numbers);
      } finally {
        delete(tree);
      }
    }
  }

  private static List<CopyItem> items(Path tree, List<String> sources, String target) {
    List<CopyItem> items = new ArrayList<>();
    for (String source : sources) {
      BytePath from = BytePath.of(tree.resolve(source));
      BytePath to = BytePath.of(tree + "/" + target);
      items.add(new CopyItem(from, to.endsWithSlash() ? to.resolve(from.fileName()) : to));
    }
    return items;
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static List<String> look(Path tree) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted().toList()) {
        var unix =
            Files.readAttributes(path, "unix:mode,nlink,ino,ctime", LinkOption.NOFOLLOW_LINKS);
        found.add(path + " " + unix);
      }
    }
    return found;
  }

  private static Heard said(List<CopyItem> items, CopyOptions options) throws IOException {
    Heard heard = new Heard(true);
    RehearsalOutcome outcome = CopyEngine.rehearse(request(items, options, heard));
    heard.end(outcome.copy());
    return heard;
  }

  private static Heard done(List<CopyItem> items, CopyOptions options) throws IOException {
    Heard heard = new Heard(false);
    heard.end(CopyEngine.copy(request(items, options, heard)));
    return heard;
  }

  private static CopyRequest request(List<CopyItem> items, CopyOptions options, CopyListener by) {
    return new CopyRequest(
        items, CopyPlans.all(CopyPlan.SEQUENTIAL), options, by, new Cancellation());
  }

  /** What is done, or would be, and all complaints. */
  private static final class Heard implements CopyListener {
    private final boolean rehearsed;
    private final List<String> lines = new ArrayList<>();
    private boolean complete;
    private List<Long> numbers = List.of();

    Heard(boolean rehearsed) {
      this.rehearsed = rehearsed;
    }

    void end(CopyOutcome outcome) {
      complete = outcome.isComplete();
      numbers = List.of(outcome.files(), outcome.bytes(), outcome.failures());
    }

    List<String> lines() {
      return lines.stream().sorted().toList();
    }

    @Override
    public boolean wantsOrder() {
      return true;
    }

    private void add(CopyItem item, @Nullable BytePath backup) {
      lines.add(item.source() + " -> " + item.target() + " " + backup);
    }

    @Override
    public void intended(Intent intent) {
      assertThat(rehearsed).isTrue();
      if (intent.deed() != Intent.Deed.SKIP) {
        add(intent.item(), intent.backup());
      }
      if (intent.old() == Intent.Old.REMOVED) {
        removed(intent.item().target());
      }
    }

    @Override
    public void finished(CopyItem item) {
      if (!rehearsed) {
        add(item, null);
      }
    }

    @Override
    public void finishedWithBackup(CopyItem item, BytePath backup) {
      add(item, backup);
    }

    @Override
    public void removed(BytePath target) {
      lines.add("removed " + target);
    }

    @Override
    public void warned(String message) {
      lines.add(message);
    }

    @Override
    public void failed(CopyError error) {
      lines.add(error.message() + " " + error.errno());
    }
  }

  @Test
  void noticesThatATreeWouldBeCopiedIntoItself() throws Exception {
    for (String target : List.of("d/new", "d/e/new", "d")) {
      compare("-R", List.of("d"), target.equals("d") ? "d/" : target);
    }
  }

  @Test
  void makesNoParents() throws IOException {
    Path tree = directory.resolve("tree");
    makeTree(tree);
    BytePath source = BytePath.of(tree.resolve("d/e/secret"));
    BytePath target = BytePath.of(tree.resolve("sub/new/e/secret"));
    List<String> before = look(tree);
    List<String> parents = new ArrayList<>();
    CopyListener listener =
        new CopyListener() {
          @Override
          public void parentMade(CopyItem parent) {
            parents.add(parent.target().toString());
          }
        };
    RehearsalOutcome outcome =
        CopyEngine.rehearse(
            request(List.of(new CopyItem(source, target, 2)), CopyOptions.DEFAULTS, listener));
    assertThat(parents).containsExactly(tree + "/sub/new", tree + "/sub/new/e");
    assertThat(outcome.copy().files()).isEqualTo(1);
    assertThat(look(tree)).isEqualTo(before);
  }

  @Test
  void walksATreeThatIsDeeperThanThereAreDescriptors() throws IOException {
    Path at = Files.createDirectory(directory.resolve("deep"));
    for (int level = 0; level < 300; level++) {
      at = Files.createDirectory(at.resolve("d"));
    }
    Files.writeString(at.resolve("file"), "12345");
    CopyItem item =
        new CopyItem(
            BytePath.of(directory.resolve("deep")), BytePath.of(directory.resolve("copy")));
    CopyOptions options =
        CopyOptions.builder().recursive(true).dereference(Dereference.NEVER).build();
    RehearsalOutcome outcome =
        CopyEngine.rehearse(request(List.of(item), options, CopyListener.NONE));
    assertThat(outcome.copy().errors()).isEmpty();
    assertThat(outcome.copy().files()).isEqualTo(302);
    assertThat(outcome.copy().bytes()).isEqualTo(5);
    assertThat(directory.resolve("copy")).doesNotExist();
  }

  @Test
  void saysThatThereIsNotEnoughRoom(@TempDir(factory = MemoryDirectory.class) Path memory)
      throws IOException {
    long free = Files.getFileStore(memory).getUsableSpace();
    assumeTrue(Files.getFileStore(memory).type().equals("tmpfs"), "no tmpfs");
    Path huge = SparseFile.allHole(memory.resolve("huge"), free + ByteSize.GIB);
    // with --sparse=never the hole counts as data
    CopyOptions options =
        CopyOptions.builder().reflink(ReflinkMode.NEVER).sparse(SparseMode.NEVER).build();
    CopyItem item = new CopyItem(BytePath.of(huge), BytePath.of(memory.resolve("copy")));
    RehearsalOutcome outcome =
        CopyEngine.rehearse(request(List.of(item), options, CopyListener.NONE));
    assertThat(outcome.rooms()).hasSize(1).first().matches(room -> !room.mayFit());
    assertThat(outcome.copy().errors())
        .singleElement()
        .matches(error -> error.message().startsWith("not enough room below '" + memory + "'"));
  }
}

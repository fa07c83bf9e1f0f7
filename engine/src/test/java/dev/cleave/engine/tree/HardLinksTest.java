package dev.cleave.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.FileStatus.Timestamp;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardLinksTest {
  @TempDir Path directory;
  private final List<String> log = new ArrayList<>();

  static FileStatus source(long inode, int links) {
    Timestamp never = new Timestamp(0, 0);
    return new FileStatus(0100644, links, 0, 0, inode, 0, 0, 8, 1, never, never, never, 0, 0);
  }

  private HardLinks links() {
    return new HardLinks(true, directory, HardLinks.HEAP_LIMIT_BYTES);
  }

  /** Logs what becomes of it. */
  private class Name implements LinkedName {
    final String name;

    Name(String name) {
      this.name = name;
    }

    @Override
    public @Nullable FirstCopy copy() {
      log.add("copy " + name);
      return new FirstCopy(BytePath.of(name), new FileId(9, name.hashCode()));
    }

    @Override
    public void linkTo(FirstCopy first) {
      assertThat(first.file().inode()).isEqualTo(first.path().toString().hashCode());
      log.add("link " + name + " to " + first.path());
    }
  }

  /** A name that can't be copied. */
  private class Failing extends Name {
    Failing(String name) {
      super(name);
    }

    @Override
    public @Nullable FirstCopy copy() {
      log.add("fail " + name);
      return null;
    }
  }

  /** While it is being copied, somebody meets further names of the source. */
  private class Met extends Name {
    private final HardLinks links;
    private final FileStatus source;
    private final LinkedName success;
    private final List<? extends Name> meanwhile;

    Met(HardLinks links, FileStatus source, Name success, List<? extends Name> meanwhile) {
      super(success.name);
      this.links = links;
      this.source = source;
      this.success = success;
      this.meanwhile = meanwhile;
    }

    @Override
    public @Nullable FirstCopy copy() {
      try {
        for (Name name : meanwhile) {
          links.meet(source, name);
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      return success.copy();
    }
  }

  @Test
  void copiesTheFirstNameAndLinksTheOthers() throws IOException {
    try (HardLinks links = links()) {
      links.meet(source(1, 3), new Name("a"));
      links.meet(source(2, 2), new Name("b"));
      links.meet(source(1, 3), new Name("c"));
      links.meet(source(1, 3), new Name("d"));
      assertThat(log).containsExactly("copy a", "copy b", "link c to a", "link d to a");
    }
  }

  @Test
  void forgetsASourceOnceAllItsNamesWereMet() throws IOException {
    try (HardLinks links = links()) {
      links.meet(source(1, 2), new Name("a"));
      links.meet(source(2, 2), new Name("b"));
      assertThat(links.openSources()).isEqualTo(2);
      links.meet(source(1, 2), new Name("c"));
      assertThat(links.openSources()).isEqualTo(1);
      links.meet(source(2, 2), new Name("d"));
      assertThat(links.openSources()).isZero();
    }
  }

  @Test
  void forgetsASourceThatLostANameMeanwhile() throws IOException {
    try (HardLinks links = links()) {
      links.meet(source(1, 3), new Name("a"));
      links.meet(source(1, 2), new Name("b"));
      assertThat(links.openSources()).isZero();
    }
  }

  @Test
  void forgetsNothingWhereNamesMayBeMetTwice() throws IOException {
    try (HardLinks links = new HardLinks(false, directory, HardLinks.HEAP_LIMIT_BYTES)) {
      for (String name : List.of("a", "b", "c")) {
        links.meet(source(1, 1), new Name(name));
      }
      assertThat(log).containsExactly("copy a", "link b to a", "link c to a");
    }
  }

  @Test
  void linksNamesThatWereMetDuringTheCopy() throws IOException {
    FileStatus source = source(1, 3);
    try (HardLinks links = links()) {
      List<Name> meanwhile = List.of(new Name("b"), new Name("c"));
      links.meet(source, new Met(links, source, new Name("a"), meanwhile));
      assertThat(log).containsExactly("copy a", "link b to a", "link c to a");
      assertThat(links.openSources()).isZero();
    }
  }

  @Test
  void letsTheNextWaitingNameCopyIfTheFirstFails() throws IOException {
    FileStatus source = source(1, 5);
    try (HardLinks links = links()) {
      List<Name> meanwhile = List.of(new Failing("b"), new Name("c"), new Name("d"));
      links.meet(source, new Met(links, source, new Failing("a"), meanwhile));
      links.meet(source, new Name("e"));
      assertThat(log).containsExactly("fail a", "fail b", "copy c", "link d to c", "link e to c");
      assertThat(links.openSources()).isZero();
    }
  }

  @Test
  void letsANameMetLaterCopyIfAllBeforeFailed() throws IOException {
    try (HardLinks links = links()) {
      links.meet(source(1, 3), new Failing("a"));
      links.meet(source(1, 3), new Name("b"));
      links.meet(source(1, 3), new Name("c"));
      assertThat(log).containsExactly("fail a", "copy b", "link c to b");
      assertThat(links.openSources()).isZero();
    }
  }

  @Test
  void standsThousandsOfNamesThatFail() throws IOException {
    int names = 65_000; // as many as ext4 allows
    FileStatus source = source(1, names);
    List<Name> meanwhile = new ArrayList<>();
    for (int i = 1; i < names; i++) {
      meanwhile.add(new Failing("n" + i));
    }
    try (HardLinks links = links()) {
      links.meet(source, new Met(links, source, new Failing("n0"), meanwhile));
      assertThat(log).hasSize(names).endsWith("fail n" + (names - 1));
      assertThat(links.openSources()).isZero();
    }
  }

  @Test
  void linksWhoWaitsEvenIfTheSourceCannotBeKept() throws IOException {
    FileStatus source = source(1, 3);
    try (HardLinks links = new HardLinks(true, directory.resolve("nowhere"), 0)) {
      Name name = new Met(links, source, new Name("a"), List.of(new Name("b")));
      assertThatThrownBy(() -> links.meet(source, name)).isInstanceOf(NoSuchFileException.class);
      assertThat(log).containsExactly("copy a", "link b to a");
    }
  }
}

package dev.cleave.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardLinksStressTest {
  private static final int WORKERS = 8;
  private static final int SOURCES = 4000;
  private static final int MOST_NAMES = 12;

  @TempDir Path directory;

  /** A source and what became of its names. */
  private static final class Source {
    final long inode;
    final List<Name> names = new ArrayList<>();
    final AtomicInteger copiers = new AtomicInteger();
    volatile @Nullable FirstCopy made;

    Source(long inode) {
      this.inode = inode;
    }

    void check() {
      boolean copied = names.stream().anyMatch(name -> !name.fails);
      assertThat(made != null).isEqualTo(copied);
      for (Name name : names) {
        assertThat(name.copies.get() + name.linked.get()).as("calls of %s", name.path).isOne();
        assertThat(name.first).as("copy of %s", name.path).isEqualTo(name.failed() ? null : made);
      }
    }
  }

  /** Counts its calls; its copying takes a while and may be bound to fail. */
  private static final class Name implements LinkedName {
    final Source source;
    final BytePath path;
    final boolean fails;
    final int spins;
    final AtomicInteger copies = new AtomicInteger();
    final AtomicInteger linked = new AtomicInteger();
    volatile @Nullable FirstCopy first;

    Name(Source source, Random random) {
      this.source = source;
      this.path = BytePath.of("d" + source.inode + "/n" + source.names.size());
      this.fails = random.nextInt(3) == 0;
      this.spins = random.nextInt(20) * 100;
    }

    boolean failed() {
      return fails && copies.get() == 1;
    }

    @Override
    public @Nullable FirstCopy copy() {
      copies.incrementAndGet();
      assertThat(source.copiers.incrementAndGet()).as("copiers of one source").isOne();
      for (int i = 0; i < spins; i++) {
        Thread.onSpinWait();
      }
      FirstCopy copy = fails ? null : new FirstCopy(path, new FileId(2, source.inode));
      if (copy != null) {
        assertThat(source.made).as("earlier copy of the source").isNull();
        source.made = copy;
      }
      first = copy;
      source.copiers.decrementAndGet();
      return copy;
    }

    @Override
    public void linkTo(FirstCopy copy) {
      linked.incrementAndGet();
      first = copy;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2048, ByteSize.MIB})
  void givesEverySourceOneCopyWhateverTheSchedule(long heapLimitBytes) throws Exception {
    long seed = System.nanoTime();
    System.out.println("HardLinksStressTest: seed " + seed);
    Random random = new Random(seed);
    List<Source> sources = sources(random);
    List<Name> met = meetingOrder(sources, random);
    try (HardLinks links = new HardLinks(true, directory, heapLimitBytes)) {
      meetAll(links, met);
      assertThat(links.openSources()).isZero();
    }
    sources.forEach(Source::check);
    assertThat(directory).isEmptyDirectory();
  }

  private static List<Source> sources(Random random) {
    List<Source> sources = new ArrayList<>();
    for (int inode = 1; inode <= SOURCES; inode++) {
      Source source = new Source(inode);
      int names = 2 + random.nextInt(MOST_NAMES - 1);
      for (int i = 0; i < names; i++) {
        source.names.add(new Name(source, random));
      }
      sources.add(source);
    }
    return sources;
  }

  /** The first half of the sources name by name, so that workers meet; the others shuffled. */
  private static List<Name> meetingOrder(List<Source> sources, Random random) {
    List<Name> together = new ArrayList<>();
    List<Name> apart = new ArrayList<>();
    for (Source source : sources) {
      (source.inode <= SOURCES / 2 ? together : apart).addAll(source.names);
    }
    Collections.shuffle(apart, random);
    together.addAll(apart);
    return together;
  }

  private static void meetAll(HardLinks links, List<Name> names)
      throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        all.add(workers.submit(() -> meetSome(links, names, next)));
      }
      for (Future<?> worker : all) {
        worker.get();
      }
    }
  }

  private static @Nullable Void meetSome(HardLinks links, List<Name> names, AtomicInteger next)
      throws IOException {
    for (int i = next.getAndIncrement(); i < names.size(); i = next.getAndIncrement()) {
      Name name = names.get(i);
      links.meet(HardLinksTest.source(name.source.inode, name.source.names.size()), name);
    }
    return null;
  }
}

package dev.cleave.bench.tune;

import static dev.cleave.bench.tune.TuneSamples.DEFAULT;
import static dev.cleave.bench.tune.TuneSamples.OTHER;
import static dev.cleave.bench.tune.TuneSamples.round;
import static dev.cleave.bench.tune.TuneSamples.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.measure.Journal;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  @TempDir Path directory;
  private final AtomicLong nanos = new AtomicLong();
  private final RunClock clock = RunClock.standing(nanos::get);
  private final List<Round> measured = new ArrayList<>();
  private final Measurer device =
      (round, sampleTaken) -> {
        measured.add(round);
        for (int position = 0; position < round.order().size(); position++) {
          nanos.addAndGet(1_000_000_000L);
          sampleTaken.accept(sample(round, position, 1));
        }
      };
  private Path file;

  @BeforeEach
  void nameTheJournal() {
    file = directory.resolve("journal.jsonl");
  }

  @Test
  void aNewPartIsMeasuredAndJournaled() throws IOException {
    clock.run();
    try (Journal journal = Journal.open(file)) {
      List<Sample> taken = take(new Recording(List.of(), 0, device, journal, clock), first());

      assertThat(taken).hasSize(2);
      assertThat(taken).extracting(Sample::atSeconds).containsExactly(1.0, 2.0);
      assertThat(Journal.read(file)).isEqualTo(taken);
    }
  }

  @Test
  void givesBackWhatWasRecordedWithoutACopy() throws IOException {
    List<Sample> recorded = recorded(first(), second());
    try (Journal journal = Journal.open(file)) {
      Recording recording = new Recording(recorded, 0, device, journal, clock);

      assertThat(take(recording, first())).isEqualTo(recorded.subList(0, 2));
      assertThat(clock.seconds()).isEqualTo(2);
      assertThat(take(recording, second())).isEqualTo(recorded.subList(2, 4));
      assertThat(measured).isEmpty();
      assertThat(Journal.read(file)).isEqualTo(recorded);
    }
  }

  @Test
  void measuresTheRestOfATornRoundBehindAnAnchor() throws IOException {
    List<Sample> recorded = recorded(first(), second()).subList(0, 3);
    rewrite(recorded);
    try (Journal journal = Journal.open(file)) {
      Recording recording = new Recording(recorded, 0, device, journal, clock);
      take(recording, first());

      List<Sample> taken = take(recording, second());

      assertThat(measured.getFirst().order()).containsOnly(DEFAULT).hasSize(4);
      assertThat(measured.getLast()).isEqualTo(round(2, DEFAULT));
      assertThat(taken).extracting(Sample::position).containsExactly(0, 1);
      assertThat(taken).extracting(Sample::candidate).containsExactly("nio-d2", "default");
      assertThat(taken.getLast().atSeconds()).isEqualTo(3 + 4 + 1);
      assertThat(Journal.read(file)).hasSize(4).endsWith(taken.getLast());
    }
  }

  @Test
  void dropsARecordThatTheTunerDoesNotAskFor() throws IOException {
    List<Sample> recorded = recorded(first(), second());
    try (Journal journal = Journal.open(file)) {
      Recording recording = new Recording(recorded, 0, device, journal, clock);
      take(recording, first());

      List<Sample> taken = take(recording, round(2, DEFAULT, OTHER));

      assertThat(taken).extracting(Sample::candidate).containsExactly("default", "nio-d2");
      List<Sample> kept = new ArrayList<>(recorded.subList(0, 2));
      kept.addAll(taken);
      assertThat(Journal.read(file)).isEqualTo(kept);
    }
  }

  private static Round first() {
    return round(1, DEFAULT, OTHER);
  }

  private static Round second() {
    return round(2, OTHER, DEFAULT);
  }

  private static List<Sample> take(Recording recording, Round round) throws IOException {
    List<Sample> taken = new ArrayList<>();
    List<IOException> failures = new ArrayList<>();
    recording.measure(
        round,
        sample -> {
          try {
            recording.append(sample);
          } catch (IOException e) {
            failures.add(e);
          }
          taken.add(sample);
        });
    assertThat(failures).isEmpty();
    return taken;
  }

  /** Samples of those rounds, a second each, which are in the journal. */
  private List<Sample> recorded(Round... rounds) throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (Round round : rounds) {
      for (int position = 0; position < round.order().size(); position++) {
        samples.add(sample(round, position, 1).at(position, samples.size() + 1));
      }
    }
    rewrite(samples);
    return samples;
  }

  private void rewrite(List<Sample> samples) throws IOException {
    Files.deleteIfExists(file);
    try (Journal journal = Journal.open(file)) {
      for (Sample sample : samples) {
        journal.append(sample);
      }
    }
  }
}

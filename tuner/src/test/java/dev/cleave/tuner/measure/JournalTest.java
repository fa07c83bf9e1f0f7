package dev.cleave.tuner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.DeviceLimit.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("journal.jsonl");
  }

  @Test
  void samplesComeBackExactly() throws IOException {
    Random random = new Random(7);
    List<Sample> samples =
        random
            .doubles(500, 1e-9, 1e4)
            .mapToObj(seconds -> oddSample(random.nextInt(1000), seconds))
            .toList();

    write(samples.toArray(Sample[]::new));

    assertThat(Journal.read(file)).as("seed 7").isEqualTo(samples);
  }

  @Test
  void isOneDocumentALine() throws IOException {
    write(SampleFixture.sample(3, 1, "nio-d2-c4MiB", 0.25));

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"round":3,"position":1,"phase":"sweep","candidate":"nio-d2-c4MiB",\
            "sizeClass":"large","asked":{"backend":"nio","splitDepth":0,"chunkBytes":1048576,\
            "queueDepth":1,"workers":1,"preallocate":false},"used":{"backend":"nio",\
            "splitDepth":0,"chunkBytes":1048576,"queueDepth":1,"workers":1,"preallocate":false},\
            "bytes":268435456,"commandSeconds":0.25,"durableSeconds":0.275,"evidence":\
            {"cacheState":"cold","targetState":"new","residentBytes":0,\
            "deviceBytesRead":268435456,"deviceBytesWritten":null,"cpuSeconds":0.1,\
            "verified":true,"load":{"voluntarySwitches":null,"involuntarySwitches":null,\
            "ioPressureSeconds":null,"cpuPressureSeconds":null,"stealSeconds":null},\
            "device":{"celsius":null,"limits":[]},"space":{"freeBytes":null,"fillLevel":null,\
            "dirtyLimitBytes":null,"passesDirtyLimit":null}},"warnings":[],"invalid":[],\
            "atSeconds":null}
            """);
  }

  @Test
  void everySampleIsReadableAsSoonAsItIsAppended() throws IOException {
    try (Journal journal = Journal.open(file)) {
      for (int round = 1; round <= 3; round++) {
        journal.append(SampleFixture.sample(round, 0, "default", 1));

        assertThat(Journal.read(file)).hasSize(round);
      }
    }
  }

  @Test
  void aTornLastLineIsPassedOver() throws IOException {
    Sample whole = SampleFixture.sample(1, 0, "default", 1);
    write(whole, SampleFixture.sample(1, 1, "default-twin", 1));
    byte[] bytes = Files.readAllBytes(file);
    int firstLine = Files.readAllLines(file).getFirst().length() + 1;

    for (int length = firstLine; length < bytes.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));

      assertThat(Journal.read(file)).as("cut at %d", length).containsExactly(whole);
    }
  }

  @Test
  void appendingGoesOnBehindTheLastWholeLine() throws IOException {
    Sample first = SampleFixture.sample(1, 0, "default", 1);
    Sample second = SampleFixture.sample(2, 0, "default", 2);
    write(first);
    Files.writeString(file, "{\"round\":2,\"pos", StandardOpenOption.APPEND);

    write(second);

    assertThat(Journal.read(file)).containsExactly(first, second);
  }

  @Test
  void aBrokenLineInTheMiddleIsAnErrorWithItsNumber() throws IOException {
    write(SampleFixture.sample(1, 0, "default", 1));
    Files.writeString(file, "{\"round\":2,\"pos\n", StandardOpenOption.APPEND);
    write(SampleFixture.sample(3, 0, "default", 1));

    assertThatThrownBy(() -> Journal.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ", line 2: no sample of a tune: ");
  }

  @Test
  void aLineThatIsNoSampleIsAnError() throws IOException {
    for (String line : List.of("", "{}", "[]", "null", "7", "{} {}")) {
      Files.writeString(file, line + "\n");

      assertThatThrownBy(() -> Journal.read(file))
          .as("'%s'", line)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("line 1: no sample of a tune");
    }
  }

  private void write(Sample... samples) throws IOException {
    try (Journal journal = Journal.open(file)) {
      for (Sample sample : samples) {
        journal.append(sample);
      }
    }
  }

  /** With everything that is awkward to write: nulls, line feeds, quotes, text beyond ASCII. */
  private static Sample oddSample(int round, double seconds) {
    return new Sample(
        round,
        0,
        Phase.CONFIRM,
        "nio-d0-c256KiB",
        SizeClass.SMALL,
        CopyPlan.SEED,
        CopyPlan.SEQUENTIAL,
        Long.MAX_VALUE - round,
        seconds,
        seconds * 1.000000001,
        new Evidence(
            CacheState.WARM,
            TargetState.REPLACED,
            null,
            null,
            1L,
            seconds / 3,
            false,
            new MachineLoad(1L, null, seconds / 7, null, 0.0),
            new DeviceState(41.5, List.of(new DeviceLimit("vda", Kind.READ_BYTES, 1 << 20))),
            new TargetSpace(5L, 0.25, null, true)),
        List.of("two\nlines", "\"quoted\" \u2028 \u00e9 \ud83d\ude00"),
        List.of(""));
  }
}

package dev.cleave.reports.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.SizeClass;
import dev.cleave.reports.GoldenFile;
import dev.cleave.reports.ReportKind;
import dev.cleave.reports.TuneRuns;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.DataShape;
import dev.cleave.tuner.measure.MachineLoad;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.TuneRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunJsonTest {
  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("dev.cleave.reports.TuneRuns#all")
  void readsBackWhatItWrote(TuneRun run) throws IOException {
    new RunJson().write(run, directory);

    assertThat(RunJson.read(directory)).isEqualTo(run);
    assertThat(RunJson.read(directory.resolve("run.json"))).isEqualTo(run);
  }

  @Test
  void keepsAGainWithoutUpperBound() throws IOException {
    new RunJson().write(TuneRuns.sparse(), directory);

    assertThat(directory.resolve("run.json")).content().contains("\"high\" : null");
    assertThat(RunJson.read(directory).recommendations(CacheState.COLD).values())
        .flatExtracting(Map::values)
        .hasSize(2)
        .allMatch(found -> found.gain().high() == Double.POSITIVE_INFINITY);
  }

  @Test
  void writesTheFormatThatIsSealed() throws IOException {
    new RunJson().write(TuneRuns.golden(), directory);

    GoldenFile.assertSame("run.json", directory.resolve("run.json"));
  }

  @Test
  void leavesNothingBesideTheFile() throws IOException {
    new RunJson().write(TuneRuns.golden(), directory);
    new RunJson().write(TuneRuns.golden(), directory);

    assertThat(directory).isDirectoryContaining("glob:**run.json");
    assertThat(directory.toFile().list()).containsExactly("run.json");
  }

  @Test
  void refusesAnotherMajorSchema() throws IOException {
    Path file = written("{\"schema\": \"cleave.run/2\", \"id\": 1}");

    assertThatThrownBy(() -> RunJson.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " has the schema cleave.run/2, and this Cleave reads cleave.run/1");
  }

  @Test
  void refusesASchemaThatOnlyBeginsLikeOurs() throws IOException {
    Path file = written("{\"schema\": \"cleave.run/10\"}");

    assertThatThrownBy(() -> RunJson.read(file)).hasMessageContaining("cleave.run/10");
  }

  @Test
  void readsANewerMinorSchemaAndPassesOverItsFields() throws IOException {
    new RunJson().write(TuneRuns.golden(), directory);
    String newer =
        Files.readString(directory.resolve("run.json"))
            .replace("\"cleave.run/1\",", "\"cleave.run/1.3\", \"later\" : {\"a\" : 1},");

    assertThat(RunJson.read(written(newer)).samples()).isEqualTo(TuneRuns.golden().samples());
  }

  /** As Cleave wrote them at 2631612 (one sweep, spread over the run) and at 21e6b01. */
  @ParameterizedTest
  @ValueSource(strings = {"run-before-sweeps.json", "run-before-evidence.json"})
  void readsRunsOfEarlierCleaves(String name) throws Exception {
    TuneRun run = RunJson.read(Path.of(TuneRuns.class.getResource(name).toURI()));

    ClassSweep sweep = run.sweeps().getFirst();
    assertThat(sweep.sizeClass()).isEqualTo(SizeClass.LARGE);
    assertThat(sweep.data()).isEqualTo(DataShape.oneFile(ByteSize.GIB));
    assertThat(sweep.recommendations()).hasSize(2);
    assertThat(run.samples())
        .isNotEmpty()
        .allSatisfy(sample -> assertThat(sample.atSeconds()).isNaN())
        .extracting(sample -> sample.evidence().load())
        .containsOnly(MachineLoad.UNKNOWN);
    assertThat(ReportKind.writeAll(run, directory).warnings()).isEmpty();
    assertThat(RunJson.read(directory)).isEqualTo(run);
  }

  @Test
  void saysWhatIsNoRun() throws IOException {
    assertThatThrownBy(() -> RunJson.read(written("{}")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no field schema");
    assertThatThrownBy(() -> RunJson.read(written("not JSON")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is no run of Cleave");
    assertThatThrownBy(() -> RunJson.read(written("")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is no run of Cleave");
  }

  private Path written(String text) throws IOException {
    return Files.writeString(directory.resolve("other.json"), text);
  }
}

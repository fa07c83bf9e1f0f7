package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.json.Json;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SimulateCommandTest {
  @TempDir Path home;

  @Test
  void printsTheContractsFieldsForEachStrategyAndSurface() {
    InProcess simulate =
        InProcess.cleave(
            home,
            "simulate",
            "--json",
            "--tunes=3",
            "--seed=4",
            "--noise=5",
            "--strategy=grid,halving",
            "--surface=hdd,network");

    assertThat(simulate.err()).isEmpty();
    JsonNode document = Json.LINE.readTree(simulate.out());
    assertThat(document.get("schema").asString()).isEqualTo("cleave.simulate/1");
    JsonNode rows = document.get("rows");
    assertThat(rows.findValuesAsString("surface"))
        .containsExactly("hdd", "network", "all", "hdd", "network", "all");
    assertThat(rows.get(0).propertyNames())
        .contains(
            "strategy",
            "surface",
            "noise",
            "regretMean",
            "regretP95",
            "worseThanDefault",
            "samplesShare",
            "withinMargin",
            "aaFalsePositives",
            "coverage",
            "gainBias");
  }

  @Test
  void theSameSeedGivesTheSameTable() {
    String[] line = {"simulate", "--tunes=3", "--seed=4", "--noise=5", "--surface=nvme-knee"};
    InProcess first = InProcess.cleave(home, line);
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).contains("halving  nvme-knee");
    assertThat(InProcess.cleave(home, line).out()).isEqualTo(first.out());
  }

  @Test
  void scoresCopiesThatAdapt() {
    String[] args = {
      "simulate", "--adapt", "--tunes=4", "--seed=3", "--noise=5", "--surface=hdd,network"
    };
    String text = InProcess.cleave(home, args).out();
    assertThat(text.lines()).hasSize(7).element(1).asString().startsWith("hdd ");

    String[] json = Arrays.copyOf(args, args.length + 1);
    json[args.length] = "--json";
    JsonNode document = Json.LINE.readTree(InProcess.cleave(home, json).out());

    assertThat(document.get("schema").asString()).isEqualTo("cleave.simulate-adapt/1");
    assertThat(document.get("copies").asInt()).isEqualTo(4);
    assertThat(document.get("rows").findValuesAsString("surface"))
        .containsExactly("hdd", "network", "all");
    assertThat(document.get("rows").get(1).get("ofBestMean").asDouble()).isBetween(0.8, 1.0);
  }

  @Test
  void namesWhatThereIsInsteadOfWhatThereIsNot() {
    InProcess simulate = InProcess.cleave(home, "simulate", "--surface=floppy");
    assertThat(simulate.exitCode()).isEqualTo(2);
    assertThat(simulate.err()).contains("'floppy' is no simulated surface", "hdd");
    assertThat(InProcess.cleave(home, "simulate", "--noise=0").exitCode()).isEqualTo(2);
    assertThat(InProcess.cleave(home, "simulate", "--tunes=0").exitCode()).isEqualTo(2);
  }
}

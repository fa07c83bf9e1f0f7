package dev.cleave.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.TuneRuns;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartFontTest {
  @TempDir Path directory;

  @Test
  void drawsTheSameOnAMachineWithoutFontsAndDisplay() throws Exception {
    Path here = Files.createDirectory(directory.resolve("here"));
    Path there = Files.createDirectory(directory.resolve("there"));
    Path temporary = Files.createDirectory(directory.resolve("tmp"));

    new ChartFiles().write(TuneRuns.oneCandidate(), here);
    drawWithoutFonts(there, temporary);

    for (ChartData chart : ChartCatalogue.of(TuneRuns.oneCandidate())) {
      String file = "charts/" + chart.name() + ".png";
      assertThat(there.resolve(file)).hasSameBinaryContentAs(here.resolve(file));
    }
    assertThat(temporary).isEmptyDirectory();
  }

  private void drawWithoutFonts(Path target, Path temporary) throws Exception {
    Path noFonts =
        Files.writeString(
            directory.resolve("fonts.conf"),
            "<?xml version=\"1.0\"?><fontconfig><dir>" + temporary + "</dir></fontconfig>");
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            classPath(),
            ChartsWithoutFonts.class.getName(),
            target.toString());
    builder.environment().put("FONTCONFIG_FILE", noFonts.toString());
    builder.environment().remove("DISPLAY");
    File output = directory.resolve("output").toFile();
    Process process = builder.redirectErrorStream(true).redirectOutput(output).start();
    assertThat(process.waitFor()).as(Files.readString(output.toPath())).isZero();
  }

  /** The tests run on the module path; the other JVM takes all of it as a class path. */
  private static String classPath() throws IOException {
    return String.join(
        File.pathSeparator,
        List.of(
            Path.of("target/test-classes").toRealPath().toString(),
            System.getProperty("jdk.module.path", ""),
            System.getProperty("java.class.path")));
  }
}

package dev.cleave.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.TuneRuns;
import dev.cleave.tuner.run.TuneRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartRendererTest {
  @ParameterizedTest
  @MethodSource("dev.cleave.reports.TuneRuns#all")
  void drawsEveryChartInMoreThanOneColour(TuneRun run) throws IOException {
    ChartRenderer renderer = ChartRenderer.headless();

    for (ChartData chart : ChartCatalogue.of(run)) {
      var image = ImageIO.read(new ByteArrayInputStream(renderer.png(chart)));
      assertThat(image.getWidth()).as(chart.name()).isEqualTo(2 * FramedChart.WIDTH);
      int[] pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      assertThat(Arrays.stream(pixels).distinct().count()).as(chart.name()).isGreaterThan(20);
    }
  }

  /** It leaves the pictures in {@code target/charts}, for people to look at. */
  @ParameterizedTest
  @MethodSource("dev.cleave.reports.MeasuredCharts#all")
  void drawsWhatIsMeasuredAsPngAndSvg(ChartData chart) throws IOException {
    List<Path> files = ChartFiles.write(List.of(chart), Path.of("target"));

    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly(chart.name() + ".png", chart.name() + ".svg");
    var image = ImageIO.read(files.getFirst().toFile());
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(20);
  }

  @Test
  void svgHoldsTextAsShapesSoThatNoFontIsNeeded() throws IOException {
    ChartData chart = ChartCatalogue.of(TuneRuns.sixteenCandidates()).getFirst();

    String svg = new String(ChartRenderer.headless().svg(chart), StandardCharsets.UTF_8);

    assertThat(svg).contains("<svg").contains("<path").doesNotContain("<text");
  }
}

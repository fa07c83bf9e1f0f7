package dev.cleave.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.TuneRuns;
import dev.cleave.tuner.run.TuneRun;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
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
      assertThat(colours(image)).as(chart.name()).isGreaterThan(20);
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
    assertThat(colours(ImageIO.read(files.getFirst().toFile()))).isGreaterThan(20);
  }

  private static int colours(BufferedImage image) {
    int width = image.getWidth();
    BitSet seen = new BitSet(1 << 24);
    for (int pixel : image.getRGB(0, 0, width, image.getHeight(), null, 0, width)) {
      seen.set(pixel & 0xffffff);
    }
    return seen.cardinality();
  }

  @Test
  void svgHoldsTextAsShapesSoThatNoFontIsNeeded() throws IOException {
    ChartData chart = ChartCatalogue.of(TuneRuns.sixteenCandidates()).getFirst();

    String svg = new String(ChartRenderer.headless().svg(chart), StandardCharsets.UTF_8);

    assertThat(svg).contains("<svg").contains("<path").doesNotContain("<text");
  }
}

package dev.cleave.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.reports.RunVariants;
import dev.cleave.reports.compare.RunComparison;
import dev.cleave.tuner.run.TuneRun;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.internal.chartpart.IChart;

class ChartLabelsTest {
  private static final double LEAST_SIDE = Text.LEAST_PIXELS / 2;
  private static final ChartRenderer RENDERER = ChartRenderer.headless();

  @ParameterizedTest
  @MethodSource("dev.cleave.reports.TuneRuns#all")
  void labelsLieWithinThePictureAndApart(TuneRun run) {
    for (ChartData data : ChartCatalogue.of(run)) {
      assertLabelsLieWithinAndApart(data);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.cleave.reports.TuneRuns#all")
  void labelsOfAComparisonLieWithinThePictureAndApart(TuneRun run) throws Exception {
    TuneRun slower = RunVariants.atSpeed(run, 0.9);

    for (ChartData data : ComparisonForest.allOf(RunComparison.of(List.of(run, slower), 0.03))) {
      assertLabelsLieWithinAndApart(data);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.cleave.reports.MeasuredCharts#all")
  void labelsOfWhatIsMeasuredLieWithinThePictureAndApart(ChartData data) {
    assertLabelsLieWithinAndApart(data);
  }

  private static void assertLabelsLieWithinAndApart(ChartData data) {
    IChart chart = RENDERER.framed(data);
    List<Rectangle2D> boxes = LabelBoxes.of(chart);

    assertThat(boxes).as(data.name()).hasSizeGreaterThan(8);
    var picture = new Rectangle2D.Double(0, 0, chart.getWidth(), chart.getHeight());
    assertThat(boxes).as(data.name()).allMatch(picture::contains, "inside of " + picture);
    assertApart(data.name(), boxes);
  }

  private static void assertApart(String name, List<Rectangle2D> boxes) {
    for (int a = 0; a < boxes.size(); a++) {
      for (int b = 0; b < a; b++) {
        Rectangle2D common = boxes.get(a).createIntersection(boxes.get(b));
        assertThat(common.getWidth() > 0.5 && common.getHeight() > 0.5)
            .as(name + ": " + boxes.get(a) + " overlaps " + boxes.get(b))
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 8.9})
  void smallerTextThanNinePixelsIsRefused(double pixels) {
    var image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
    Font font = ChartFont.load().size(pixels);

    assertThatThrownBy(() -> Text.draw(image.createGraphics(), "text", font, Palette.TEXT, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("px: text");
  }

  @ParameterizedTest
  @MethodSource("dev.cleave.reports.TuneRuns#all")
  void noLabelIsSmallerThanADigitOfNinePixels(TuneRun run) {
    for (ChartData data : ChartCatalogue.of(run)) {
      List<Rectangle2D> boxes = LabelBoxes.of(RENDERER.framed(data));

      // The narrowest label is a single digit: the outline of a 1 is half as wide as its font's
      // size.
      assertThat(boxes)
          .as(data.name())
          .isNotEmpty()
          .allMatch(box -> Math.min(box.getWidth(), box.getHeight()) >= LEAST_SIDE);
    }
  }
}

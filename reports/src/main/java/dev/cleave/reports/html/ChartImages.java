package dev.cleave.reports.html;

import dev.cleave.reports.chart.ChartData;
import dev.cleave.reports.chart.ChartRenderer;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The charts as pictures inside the document: what is seen without scripts and on paper. The page's
 * scripts draw the same charts over them.
 */
final class ChartImages {
  /** Draws one chart as PNG. */
  interface Drawing {
    byte[] png(ChartData chart) throws IOException;
  }

  private final Drawing drawing;

  ChartImages(Drawing drawing) {
    this.drawing = drawing;
  }

  /** AWT starts with the first chart, so that only the charts fail where it can't. */
  static ChartImages drawn() {
    return new ChartImages(new LazyDrawing());
  }

  Html section(List<ChartData> charts) {
    List<Html> figures = charts.stream().map(this::figure).toList();
    return figures.isEmpty()
        ? Html.NOTHING
        : Html.section("Charts", Html.styled("div", "charts", Html.all(figures)));
  }

  private Html figure(ChartData chart) {
    String described =
        chart.title() + ", " + chart.subtitle() + ". " + String.join(" ", chart.caption());
    try {
      String png = Base64.getEncoder().encodeToString(drawing.png(chart));
      return Html.attributed(
          "figure",
          Map.of("class", "chart", "data-chart", chart.name()),
          Html.image("data:image/png;base64," + png, described));
    } catch (Exception | Error e) { // without fonts AWT throws InternalError, then LinkageErrors
      String failed = "This chart could not be drawn (" + chart.name() + "): " + e;
      return Html.attributed(
          "figure",
          Map.of("class", "chart", "data-chart", chart.name()),
          Html.styled("p", "warning", Html.text(failed)));
    }
  }

  private static final class LazyDrawing implements Drawing {
    /** Sharp enough for paper, at two thirds of the bytes of the pictures in charts/. */
    private static final double SCALE = 1.5;

    private @Nullable ChartRenderer renderer;

    @Override
    public byte[] png(ChartData chart) throws IOException {
      if (renderer == null) {
        renderer = ChartRenderer.headless();
      }
      return renderer.png(chart, SCALE);
    }
  }
}

package dev.cleave.reports.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.IChart;

/** Draws charts with XChart, without a display and without an installed font. */
public final class ChartRenderer {
  /** Pixels per unit of length: sharp on displays of high density, and in print. */
  private static final double SCALE = 2;

  private final ChartFont font;

  private ChartRenderer(ChartFont font) {
    this.font = font;
  }

  /**
   * A renderer that needs no display. AWT reads the property once, when it is loaded; the launcher
   * sets it too.
   *
   * @throws RuntimeException or an Error of AWT's where its native libraries can't be loaded
   */
  public static ChartRenderer headless() {
    System.setProperty("java.awt.headless", "true");
    return new ChartRenderer(ChartFont.load());
  }

  public byte[] png(ChartData data) throws IOException {
    return png(data, SCALE);
  }

  /** A picture with {@code scale} pixels per unit of length. */
  public byte[] png(ChartData data, double scale) throws IOException {
    IChart chart = framed(data);
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(scale * chart.getWidth()),
            (int) Math.ceil(scale * chart.getHeight()),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.scale(scale, scale);
      chart.paint(g, chart.getWidth(), chart.getHeight());
    } finally {
      g.dispose();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", png)) {
      throw new IOException("this Java has no PNG writer");
    }
    return png.toByteArray();
  }

  public byte[] svg(ChartData data) throws IOException {
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    ChartEncoder.saveChart(framed(data), svg, "svg");
    return svg.toByteArray();
  }

  IChart framed(ChartData data) {
    return switch (data) {
      case HeatMapData heatMap -> new FramedChart(new HeatMapPlot(heatMap, font), data, font);
      case LineChartData lines -> new FramedChart(new LinePlot(lines, font), data, font);
      case ForestData forest -> new FramedChart(new ForestPlot(forest, font), data, font);
      case ScatterData scatter -> new FramedChart(new ScatterPlot(scatter, font), data, font);
      case RaceData race -> new FramedChart(new RacePlot(race, font), data, font);
      case TimelineData line -> new FramedChart(new TimelinePlot(line, font), data, font);
      case PercentilesData curve -> new FramedChart(new PercentilesPlot(curve, font), data, font);
      case HistogramData bars -> new FramedChart(new HistogramPlot(bars, font), data, font);
      case RooflineData roof -> new FramedChart(new RooflinePlot(roof, font), data, font);
    };
  }
}

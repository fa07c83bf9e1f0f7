package dev.cleave.reports.chart;

import java.awt.BasicStroke;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;

/** What all plots have in common: white, quiet lines, the bundled font everywhere. */
final class PlotStyle {
  private PlotStyle() {}

  static void apply(AxesChartStyler style, ChartFont font) {
    style.setBaseFont(font.size(12));
    style.setChartTitleFont(font.bold(14));
    style.setLegendFont(font.size(12));
    style.setAnnotationTextFont(font.size(12));
    style.setAnnotationTextPanelFont(font.size(12));
    style.setToolTipFont(font.size(12));
    style.setAxisTitleFont(font.size(12.5));
    style.setAxisTickLabelsFont(font.size(12));
    style.setLocale(Locale.ROOT);
    style.setChartTitleVisible(false);
    style.setChartBackgroundColor(Palette.BACKGROUND);
    style.setPlotBackgroundColor(Palette.BACKGROUND);
    style.setChartFontColor(Palette.TEXT);
    style.setXAxisTitleColor(Palette.TEXT);
    style.setYAxisTitleColor(Palette.TEXT);
    style.setAxisTickLabelsColor(Palette.TEXT);
    style.setAxisTickMarksColor(Palette.QUIET);
    style.setPlotGridLinesColor(Palette.GRID);
    style.setPlotGridLinesStroke(new BasicStroke(1));
    style.setPlotBorderVisible(false);
    style.setLegendBorderColor(Palette.BACKGROUND);
    style.setLegendBackgroundColor(Palette.BACKGROUND);
    style.setChartPadding(14);
    style.setPlotMargin(0);
  }
}

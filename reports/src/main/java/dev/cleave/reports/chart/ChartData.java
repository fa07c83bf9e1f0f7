package dev.cleave.reports.chart;

import java.util.List;

/** What one chart shows, without how it is drawn. */
public sealed interface ChartData
    permits HeatMapData,
        LineChartData,
        ForestData,
        ScatterData,
        RaceData,
        TimelineData,
        PercentilesData,
        HistogramData,
        RooflineData {
  /** Its file name without the ending, as {@code heatmap-large-cold-command-nio}. */
  String name();

  String title();

  /** What was measured, in one line: file size, cache state, clock, unit. */
  String subtitle();

  String xTitle();

  /** With the unit. */
  String yTitle();

  /** N, how to read the marks, and what else a reader must know; one paragraph each. */
  List<String> caption();
}

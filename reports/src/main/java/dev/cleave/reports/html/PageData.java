package dev.cleave.reports.html;

import dev.cleave.reports.chart.ChartColours;
import dev.cleave.reports.chart.ChartData;
import dev.cleave.reports.chart.ForestData;
import dev.cleave.reports.chart.HeatMapData;
import dev.cleave.reports.chart.HistogramData;
import dev.cleave.reports.chart.LineChartData;
import dev.cleave.reports.chart.PercentilesData;
import dev.cleave.reports.chart.RaceData;
import dev.cleave.reports.chart.RooflineData;
import dev.cleave.reports.chart.ScatterData;
import dev.cleave.reports.chart.TimelineData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page's scripts draw, from one block of JSON. */
final class PageData {
  private PageData() {}

  /** A map, because Jackson may look into no record of this package. */
  static Map<String, Object> of(List<ChartData> charts, SampleTable samples) {
    Map<String, Object> data = of(charts);
    data.putAll(samples.figures());
    return data;
  }

  /** The same of a page that shows no samples. */
  static Map<String, Object> of(List<ChartData> charts) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("colours", ChartColours.PALETTE);
    data.put("charts", charts.stream().map(PageData::chart).toList());
    return data;
  }

  /** The kind is the name of the script's function that draws it. */
  private static Map<String, Object> chart(ChartData chart) {
    String kind =
        switch (chart) {
          case HeatMapData _ -> "heatMap";
          case LineChartData _ -> "lines";
          case ForestData _ -> "forest";
          case ScatterData _ -> "scatter";
          case RaceData _ -> "race";
          case TimelineData _ -> "timeline";
          case PercentilesData _ -> "percentiles";
          case HistogramData _ -> "histogram";
          case RooflineData _ -> "roofline";
        };
    return Map.of("kind", kind, "chart", chart);
  }
}

package dev.cleave.reports.chart;

import dev.cleave.engine.backend.BackendKind;
import dev.cleave.reports.table.CandidateRow;
import dev.cleave.reports.table.CandidateTable;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.run.TuneRun;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every chart of a run: for each sweep, clock and backend the heat map, then the lines. */
public final class ChartCatalogue {
  private ChartCatalogue() {}

  public static List<ChartData> of(TuneRun run) {
    List<ChartData> charts = new ArrayList<>();
    for (CandidateTable table : CandidateTable.allOf(run)) {
      for (Clock clock : Clock.values()) {
        addCharts(charts, table, clock);
      }
    }
    return List.copyOf(charts);
  }

  private static void addCharts(List<ChartData> charts, CandidateTable table, Clock clock) {
    TreeMap<BackendKind, List<CandidateRow>> byBackend =
        table.rows().stream()
            .filter(row -> row.samples() > 0 && !row.isTwin())
            .collect(
                Collectors.groupingBy(
                    row -> row.candidate().plan().backend(), TreeMap::new, Collectors.toList()));
    byBackend.forEach(
        (backend, rows) -> {
          var subject = new ChartSubject(table, clock, backend);
          var grid = PlanGrid.of(rows, subject);
          charts.add(PlanHeatMap.of(subject, grid));
          charts.add(SplitDepthLines.of(subject, grid));
        });
  }
}

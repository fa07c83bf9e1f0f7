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

/**
 * Every chart of a run. For each sweep and clock: the ratios to the default, the heat map and the
 * lines of each backend, the samples in their order; then the race of the sweep.
 */
public final class ChartCatalogue {
  private ChartCatalogue() {}

  public static List<ChartData> of(TuneRun run) {
    return CandidateTable.allOf(run).stream().flatMap(table -> of(run, table).stream()).toList();
  }

  /** Those of one sweep. */
  private static List<ChartData> of(TuneRun run, CandidateTable table) {
    List<ChartData> charts = new ArrayList<>();
    double margin = run.settings().margin();
    for (Clock clock : Clock.values()) {
      var subject = new ChartSubject(table, clock, null);
      if (table.rows().stream().anyMatch(row -> row.isBaseline() && row.samples() > 0)) {
        charts.add(RatioForest.of(subject, margin));
      }
      addPlans(charts, table, clock);
      SampleOrder.of(run, subject).ifPresent(charts::add);
    }
    RaceConvergence.of(table.sweep(), margin).ifPresent(charts::add);
    return List.copyOf(charts);
  }

  private static void addPlans(List<ChartData> charts, CandidateTable table, Clock clock) {
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

package dev.cleave.reports.chart;

import dev.cleave.engine.CopyPlan;
import dev.cleave.reports.table.CandidateRow;
import dev.cleave.reports.table.Throughput;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The candidates of one backend by split depth and chunk.
 *
 * <p>Candidates that differ in something else (preallocation, queue depth) share a place there; the
 * recommended one is shown, else the fastest.
 *
 * @param splitDepths ascending
 * @param chunks in bytes, ascending
 * @param shown at most one row per place
 * @param hidden how many share a place with one that is shown
 */
record PlanGrid(
    List<Integer> splitDepths, List<Long> chunks, List<CandidateRow> shown, int hidden) {

  private record Place(int splitDepth, long chunkBytes) {
    static Place of(CandidateRow row) {
      CopyPlan plan = row.candidate().plan();
      return new Place(plan.splitDepth(), plan.chunkBytes());
    }
  }

  static PlanGrid of(List<CandidateRow> rows, ChartSubject subject) {
    Comparator<CandidateRow> rank =
        Comparator.comparingInt((CandidateRow row) -> isTuned(row, subject) ? 1 : 0)
            .thenComparingDouble(row -> median(row, subject));
    var places =
        new TreeMap<Place, CandidateRow>(
            Comparator.comparingInt(Place::splitDepth).thenComparingLong(Place::chunkBytes));
    rows.forEach(
        row -> places.merge(Place.of(row), row, (a, b) -> rank.compare(a, b) >= 0 ? a : b));
    return new PlanGrid(
        places.keySet().stream().map(Place::splitDepth).distinct().toList(),
        places.keySet().stream().map(Place::chunkBytes).distinct().sorted().toList(),
        List.copyOf(places.values()),
        rows.size() - places.size());
  }

  static boolean isTuned(CandidateRow row, ChartSubject subject) {
    return subject.tunedPlan().filter(row.candidate().plan()::equals).isPresent();
  }

  private static double median(CandidateRow row, ChartSubject subject) {
    return subject.throughput(row.throughput()).map(Throughput::median).orElse(0.0);
  }

  IntSummaryStatistics samples() {
    return shown.stream().collect(Collectors.summarizingInt(CandidateRow::samples));
  }

  String hiddenNote() {
    return hidden == 0
        ? ""
        : " "
            + hidden
            + (hidden == 1 ? " further candidate differs" : " further candidates differ")
            + " only in preallocation, queue depth or workers: of those the recommended or fastest"
            + " is shown.";
  }
}

package dev.cleave.reports.chart;

import dev.cleave.reports.chart.ScatterData.Point;
import dev.cleave.reports.chart.ScatterData.Series;
import dev.cleave.reports.table.CandidateRow;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.TuneRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The samples of one sweep in their order: drift shows as a slope or a wave that all series share.
 *
 * <p>The default, its twin and the fastest candidates have a series each; with more series nobody
 * could tell the colours apart.
 */
final class SampleOrder {
  private static final int NAMED = Palette.SERIES.size() - 1;
  private static final String OTHERS = "other candidates";

  private SampleOrder() {}

  /** Empty where the sweep has no valid sample. */
  static Optional<ScatterData> of(TuneRun run, ChartSubject subject) {
    Map<String, List<Point>> points = new LinkedHashMap<>();
    points.put(OTHERS, new ArrayList<>());
    List<String> named = named(subject);
    named.reversed().forEach(name -> points.put(name, new ArrayList<>()));
    int place = 0;
    int invalid = 0;
    for (int index = 0; index < run.samples().size(); index++) {
      Sample sample = run.samples().get(index);
      if (sample.sizeClass() != subject.sweep().sizeClass()
          || sample.evidence().cacheState() != subject.sweep().cacheState()) {
        continue;
      }
      place++;
      if (!sample.isValid()) {
        invalid++;
        continue;
      }
      String series = named.contains(sample.candidate()) ? sample.candidate() : OTHERS;
      double rate = subject.unit().of(sample.bytesPerSecond(subject.clock()));
      points.getOrDefault(series, new ArrayList<>()).add(new Point(place, rate, index));
    }
    List<Series> series =
        points.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(e -> new Series(e.getKey(), e.getKey().equals(OTHERS), e.getValue()))
            .toList();
    return series.isEmpty() ? Optional.empty() : Optional.of(chart(subject, series, invalid));
  }

  /** Names in the order of the legend. */
  private static List<String> named(ChartSubject subject) {
    Stream<String> chosen =
        subject.table().rows().stream()
            .filter(row -> !row.isBaseline() && subject.mark(row) == Mark.CHOSEN)
            .map(row -> row.candidate().name());
    Stream<String> fastest =
        subject.table().fastestFirst(subject.clock()).stream()
            .map(CandidateRow::candidate)
            .map(Candidate::name);
    return Stream.of(Stream.of(Candidate.BASELINE, Candidate.TWIN), chosen, fastest)
        .flatMap(names -> names)
        .distinct()
        .limit(NAMED)
        .toList();
  }

  private static ScatterData chart(ChartSubject subject, List<Series> series, int invalid) {
    int shown = series.stream().mapToInt(s -> s.points().size()).sum();
    return new ScatterData(
        subject.name("samples"),
        "Every sample in the order in which it was taken",
        subject.setting(),
        "sample",
        "throughput in " + subject.unit(),
        series,
        List.of(
            "N = "
                + shown
                + " valid samples of preflight, sweep and confirmation; "
                + invalid
                + " invalid ones left out. A slope or wave that all series share is drift of the"
                + " device, which the comparison within rounds takes out. The axis of throughput"
                + " need not begin at zero."));
  }
}

package dev.cleave.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.ByteSize;
import dev.cleave.reports.MeasuredCharts;
import dev.cleave.reports.chart.HistogramData.Bucket;
import dev.cleave.reports.chart.RooflineData.Bar;
import dev.cleave.reports.chart.TimelineData.Cliff;
import dev.cleave.reports.chart.TimelineData.Level;
import dev.cleave.reports.chart.TimelineData.Point;
import dev.cleave.reports.chart.TimelineData.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MeasuredDataTest {
  @Test
  void aLongTimelineKeepsItsDeepestDipAndItsEnds() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      points.add(new Point(i, i == 31_007 ? 1.0 : 100.0 * ByteSize.MIB));
    }

    var chart =
        TimelineData.throughput(
            "t", "s", List.of(new Series("a", points)), List.of(), null, "Windows of 1 s.");

    List<Point> kept = chart.series().getFirst().points();
    assertThat(kept).hasSizeLessThanOrEqualTo(TimelineData.MOST_POINTS);
    assertThat(kept).anyMatch(point -> point.x() == 31_007 && point.y() < 1e-3);
    assertThat(kept).isSortedAccordingTo((a, b) -> Double.compare(a.x(), b.x()));
    assertThat(chart.caption().getFirst())
        .isEqualTo(
            "N = 50000 points, drawn as the least and the most of neighbours. Windows of 1 s.");
  }

  @Test
  void aTimelineIsDrawnInTheUnitThatKeepsItsLabelsShort() {
    TimelineData fast = MeasuredCharts.cliff(300, "t");

    assertThat(fast.yTitle()).isEqualTo("throughput in GiB/s");
    assertThat(fast.levels()).extracting(Level::y).containsExactly(2900 / 1024.0, 540 / 1024.0);
    assertThat(fast.caption().getFirst()).contains("Dotted: the cliff, after 100 s and 283.2GiB.");
  }

  @Test
  void aTimelineThatGoesBackIsRefused() {
    assertThatThrownBy(() -> new Series("a", List.of(new Point(2, 1), new Point(1, 1))))
        .hasMessageContaining("a goes back");
    assertThatThrownBy(() -> new Cliff(Double.NaN, 1)).hasMessageContaining("cliff after NaN");
    assertThatThrownBy(() -> new Level("burst", 3, 3, 1, null)).hasMessageContaining("burst");
  }

  @Test
  void percentilesThatFallAreRefused() {
    var low = new PercentilesData.Point(50, 2e-3);
    var high = new PercentilesData.Point(99, 1e-3);

    assertThatThrownBy(() -> new PercentilesData.Series("a", 10, List.of(low, high)))
        .hasMessageContaining("behind");
    assertThatThrownBy(() -> new PercentilesData.Point(100, 1)).hasMessageContaining("p100");
    assertThatThrownBy(() -> new PercentilesData.Point(50, 0)).hasMessageContaining("0.0 s");
  }

  @Test
  void aBoundIsNamedByWhatItDemands() {
    assertThat(PercentilesData.Bound.of(99.90, 10e-3).label()).isEqualTo("p99.9 < 10.0 ms");
  }

  @Test
  void bucketsHoldEveryOperationOnce() {
    var counts = new TreeMap<Double, Long>();
    counts.put(1.0e-3, 5L);
    counts.put(1.2e-3, 7L);
    counts.put(9.9e-3, 1L);

    List<Bucket> buckets = HistogramData.buckets(counts, 10);

    assertThat(buckets).extracting(Bucket::count).containsExactly(12L, 1L);
    assertThat(buckets)
        .allSatisfy(bucket -> assertThat(bucket.to() / bucket.from()).isBetween(1.2589, 1.2590));
    assertThat(buckets.getFirst().from()).isLessThanOrEqualTo(1.0e-3);
    assertThat(buckets.getFirst().to()).isGreaterThan(1.2e-3);
  }

  @Test
  void overlappingBucketsAreRefused() {
    List<Bucket> overlapping = List.of(new Bucket(1, 3, 1), new Bucket(2, 4, 1));

    assertThatThrownBy(() -> HistogramData.of("h", "s", overlapping, List.of(), ""))
        .hasMessageContaining("overlap");
  }

  @Test
  void sharesAreOfTheLastRoof() {
    RooflineData chart = MeasuredCharts.roofline();

    assertThat(chart.caption().getFirst()).startsWith("Shares are of \"both at once\".");
    assertThat(chart.bars().getFirst())
        .extracting(Bar::text)
        .isEqualTo("1.21 [1.13, 1.28]  95 %  N=9");
  }
}

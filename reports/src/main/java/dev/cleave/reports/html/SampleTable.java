package dev.cleave.reports.html;

import dev.cleave.engine.ByteSize;
import dev.cleave.reports.text.Figures;
import dev.cleave.tuner.contender.BenchRun;
import dev.cleave.tuner.contender.BenchSample;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.TuneRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The samples: in the page those with remarks, and every one of them as figures for the scripts,
 * since ten thousand rows of HTML would make a browser crawl.
 */
final class SampleTable {
  /** So many rows stand in the page without scripts. */
  private static final int MOST_ROWS = 200;

  /** How the values of a column are written; its name is that of the script's function. */
  private enum Format {
    WORDS,
    COUNT,
    BYTES,
    SECONDS,
    RATE;

    String of(Object value) {
      return switch (this) {
        case WORDS, COUNT -> value.toString();
        case BYTES -> ByteSize.format((Long) value);
        case SECONDS -> String.format(Locale.ROOT, "%.3f", (Double) value);
        case RATE -> Figures.threeDigits((Double) value);
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Column(String title, Format format) {
    static List<Column> all(Format format, String... titles) {
      return Arrays.stream(titles).map(title -> new Column(title, format)).toList();
    }
  }

  /** The last column is the remarks. */
  private final List<Column> columns;

  private final List<List<@Nullable Object>> rows;
  private final String summary;

  private SampleTable(
      List<Column> columns, List<List<@Nullable Object>> rows, long doubtful, long invalid) {
    this.columns = columns;
    this.rows = rows;
    this.summary =
        rows.size() + " samples, " + doubtful + " with warnings, " + invalid + " invalid";
  }

  static SampleTable of(TuneRun run) {
    List<Sample> samples = run.samples();
    return new SampleTable(
        Stream.of(
                Column.all(Format.COUNT, "round"),
                Column.all(Format.WORDS, "phase", "candidate"),
                Column.all(Format.BYTES, "size"),
                Column.all(Format.SECONDS, "command s", "durable s"),
                Column.all(Format.RATE, "command MiB/s", "durable MiB/s"),
                Column.all(Format.SECONDS, "CPU s"),
                Column.all(Format.BYTES, "resident before", "device read"),
                Column.all(Format.WORDS, "remarks"))
            .flatMap(List::stream)
            .toList(),
        samples.stream().map(SampleTable::row).toList(),
        samples.stream().filter(sample -> !sample.warnings().isEmpty()).count(),
        samples.stream().filter(sample -> !sample.isValid()).count());
  }

  static SampleTable of(BenchRun run) {
    List<BenchSample> samples = run.samples();
    return new SampleTable(
        Stream.of(
                Column.all(Format.COUNT, "round", "place"),
                Column.all(Format.WORDS, "contender"),
                Column.all(Format.SECONDS, "command s", "durable s"),
                Column.all(Format.RATE, "command MiB/s", "durable MiB/s"),
                Column.all(Format.SECONDS, "CPU s"),
                Column.all(Format.BYTES, "peak memory", "resident before", "device read"),
                Column.all(Format.WORDS, "remarks"))
            .flatMap(List::stream)
            .toList(),
        samples.stream().map(SampleTable::row).toList(),
        samples.stream().filter(sample -> !sample.warnings().isEmpty()).count(),
        samples.stream().filter(sample -> !sample.isValid()).count());
  }

  private static List<@Nullable Object> row(Sample sample) {
    boolean asAsked = sample.used().equals(sample.asked());
    return Arrays.asList(
        sample.round(),
        sample.phase(),
        sample.candidate(),
        sample.bytes(),
        sample.commandSeconds(),
        sample.durableSeconds(),
        sample.bytesPerSecond(Clock.COMMAND) / ByteSize.MIB,
        sample.bytesPerSecond(Clock.DURABLE) / ByteSize.MIB,
        sample.evidence().cpuSeconds(),
        sample.evidence().residentBytes(),
        sample.evidence().deviceBytesRead(),
        remarks(
            sample.invalid(),
            asAsked ? List.of() : List.of("ran as " + sample.used()),
            sample.warnings(),
            sample.evidence().verified()));
  }

  private static List<@Nullable Object> row(BenchSample sample) {
    return Arrays.asList(
        sample.round(),
        sample.position() + 1,
        sample.contender(),
        sample.commandSeconds(),
        sample.durableSeconds(),
        sample.bytes() / sample.commandSeconds() / ByteSize.MIB,
        sample.bytes() / sample.durableSeconds() / ByteSize.MIB,
        sample.evidence().cpuSeconds(),
        sample.peakBytes(),
        sample.evidence().residentBytes(),
        sample.evidence().deviceBytesRead(),
        remarks(sample.invalid(), List.of(), sample.warnings(), sample.evidence().verified()));
  }

  private static String remarks(
      List<String> invalid, List<String> fallback, List<String> warnings, boolean verified) {
    List<String> remarks = new ArrayList<>();
    invalid.forEach(reason -> remarks.add("INVALID: " + reason));
    remarks.addAll(fallback);
    remarks.addAll(warnings);
    if (!verified) {
      remarks.add("not verified");
    }
    return String.join("; ", remarks);
  }

  Html section() {
    String note =
        "Without scripts this page shows samples with remarks only, "
            + MOST_ROWS
            + " at most; samples.csv has all.";
    List<List<Html>> shown =
        rows.stream()
            .filter(row -> !"".equals(row.getLast()))
            .limit(MOST_ROWS)
            .map(this::written)
            .toList();
    List<String> titles = columns.stream().map(Column::title).toList();
    Html content =
        Html.all(
            Html.styled("p", "quiet static", Html.text(note)),
            Html.styledTable("samples", titles, numeric(), shown));
    return Html.section("Samples", Html.details(summary, content));
  }

  private List<Html> written(List<@Nullable Object> row) {
    return IntStream.range(0, columns.size())
        .mapToObj(column -> Html.text(written(columns.get(column).format(), row.get(column))))
        .toList();
  }

  private static String written(Format format, @Nullable Object value) {
    return value == null ? "not applicable" : format.of(value);
  }

  private List<Boolean> numeric() {
    return columns.stream().map(column -> column.format() != Format.WORDS).toList();
  }

  /** For the scripts: each column's format, and the values, null where one doesn't apply. */
  Map<String, Object> figures() {
    return Map.of(
        "formats",
        columns.stream().map(column -> column.format().toString()).toList(),
        "samples",
        rows);
  }
}

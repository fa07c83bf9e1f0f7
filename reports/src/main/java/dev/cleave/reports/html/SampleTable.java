package dev.cleave.reports.html;

import dev.cleave.engine.ByteSize;
import dev.cleave.reports.text.Figures;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.TuneRun;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The samples: in the page those with remarks, and every one of them as figures for the scripts,
 * since ten thousand rows of HTML would make a browser crawl.
 */
final class SampleTable {
  static final List<String> HEADER =
      List.of(
          "round",
          "phase",
          "candidate",
          "size",
          "command s",
          "durable s",
          "command MiB/s",
          "durable MiB/s",
          "CPU s",
          "resident before",
          "device read",
          "remarks");

  /** So many rows stand in the page without scripts. */
  private static final int MOST_ROWS = 200;

  static final List<Boolean> NUMERIC =
      List.of(true, false, false, true, true, true, true, true, true, true, true, false);

  private SampleTable() {}

  static Html section(TuneRun run) {
    long invalid = run.samples().stream().filter(sample -> !sample.isValid()).count();
    long doubtful = run.samples().stream().filter(s -> !s.warnings().isEmpty()).count();
    String summary =
        run.samples().size() + " samples, " + doubtful + " with warnings, " + invalid + " invalid";
    List<List<Html>> rows =
        run.samples().stream()
            .filter(sample -> !remarks(sample).isEmpty())
            .limit(MOST_ROWS)
            .map(SampleTable::row)
            .toList();
    String note =
        "Without scripts this page shows samples with remarks only, "
            + MOST_ROWS
            + " at most; samples.csv has all.";
    Html content =
        Html.all(
            Html.styled("p", "quiet static", Html.text(note)),
            Html.styledTable("samples", HEADER, NUMERIC, rows));
    return Html.section("Samples", Html.details(summary, content));
  }

  /** The columns of the table as numbers and strings, null where one doesn't apply. */
  static List<List<@Nullable Object>> figures(TuneRun run) {
    return run.samples().stream().map(SampleTable::figures).toList();
  }

  private static List<@Nullable Object> figures(Sample sample) {
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
        remarks(sample));
  }

  private static List<Html> row(Sample sample) {
    return Stream.of(
            Integer.toString(sample.round()),
            sample.phase().toString(),
            sample.candidate(),
            ByteSize.format(sample.bytes()),
            seconds(sample.commandSeconds()),
            seconds(sample.durableSeconds()),
            Figures.mebibytes(sample.bytesPerSecond(Clock.COMMAND)),
            Figures.mebibytes(sample.bytesPerSecond(Clock.DURABLE)),
            seconds(sample.evidence().cpuSeconds()),
            bytes(sample.evidence().residentBytes()),
            bytes(sample.evidence().deviceBytesRead()),
            remarks(sample))
        .map(Html::text)
        .toList();
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  private static String bytes(@Nullable Long bytes) {
    return bytes == null ? "not applicable" : ByteSize.format(bytes);
  }

  private static String remarks(Sample sample) {
    Stream<String> invalid = sample.invalid().stream().map(reason -> "INVALID: " + reason);
    Stream<String> fallback =
        sample.used().equals(sample.asked()) ? Stream.of() : Stream.of("ran as " + sample.used());
    Stream<String> unverified =
        sample.evidence().verified() ? Stream.of() : Stream.of("not verified");
    return Stream.of(invalid, fallback, sample.warnings().stream(), unverified)
        .flatMap(remarks -> remarks)
        .reduce((a, b) -> a + "; " + b)
        .orElse("");
  }
}

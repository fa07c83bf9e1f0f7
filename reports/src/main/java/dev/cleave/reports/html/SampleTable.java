package dev.cleave.reports.html;

import dev.cleave.engine.ByteSize;
import dev.cleave.reports.text.Figures;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.TuneRun;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every sample, folded away. */
final class SampleTable {
  private static final List<String> HEADER =
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
  private static final List<Boolean> NUMERIC =
      List.of(true, false, false, true, true, true, true, true, true, true, true, false);

  private SampleTable() {}

  static Html section(TuneRun run) {
    long invalid = run.samples().stream().filter(sample -> !sample.isValid()).count();
    long doubtful = run.samples().stream().filter(s -> !s.warnings().isEmpty()).count();
    String summary =
        run.samples().size() + " samples, " + doubtful + " with warnings, " + invalid + " invalid";
    Html table = Html.table(HEADER, NUMERIC, run.samples().stream().map(SampleTable::row).toList());
    return Html.section("Samples", Html.details(summary, table));
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

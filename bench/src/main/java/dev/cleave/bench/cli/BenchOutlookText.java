package dev.cleave.bench.cli;

import dev.cleave.bench.contender.BenchOutlook;
import dev.cleave.engine.ByteSize;
import dev.cleave.tuner.contender.Contender;
import dev.cleave.tuner.contender.Missing;
import dev.cleave.tuner.json.Json;
import java.util.List;
import java.util.Locale;

/** What a bench would do, for {@code --dry-run}. */
final class BenchOutlookText {
  private BenchOutlookText() {}

  /** As one JSON document. */
  private record Document(
      String schema,
      List<Contender> contenders,
      List<Missing> missing,
      long fileBytes,
      int rounds,
      double expectedSeconds,
      long expectedBytesWritten) {}

  static String json(BenchOutlook outlook) {
    return Json.PRETTY.writeValueAsString(
            new Document(
                "cleave.bench-plan/1",
                outlook.contenders(),
                outlook.missing(),
                outlook.fileBytes(),
                outlook.rounds(),
                outlook.seconds(),
                outlook.bytesWritten()))
        + "\n";
  }

  static String of(BenchOutlook outlook) {
    StringBuilder text = new StringBuilder();
    for (Contender contender : outlook.contenders()) {
      text.append(
          String.format(Locale.ROOT, "%s: %s%n", contender.name(), contender.commandLine()));
    }
    for (Missing missing : outlook.missing()) {
      text.append(String.format(Locale.ROOT, "not there: %s, %s%n", missing.name(), missing.why()));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "about %d rounds of a file of %s, %.0f s, %s to be written%n"
                + "nothing was measured: --dry-run%n",
            outlook.rounds(),
            ByteSize.format(outlook.fileBytes()),
            outlook.seconds(),
            ByteSize.format(outlook.bytesWritten())));
    return text.toString();
  }
}

package dev.cleave.reports.markdown;

import dev.cleave.engine.ByteSize;
import dev.cleave.reports.text.Figures;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.run.Environment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where a run was made and what it took, a bullet each: of a tune as of a bench. */
final class MachineLines {
  private MachineLines() {}

  static String of(
      String run,
      Instant started,
      Environment machine,
      StorageStack source,
      StorageStack destination,
      double elapsedSeconds,
      long bytesWritten) {
    return Markdown.bullet("run " + run + ", " + started.truncatedTo(ChronoUnit.SECONDS))
        + Markdown.bullet(
            "%s, %s, %s, %d usable processors, %s of memory"
                .formatted(
                    machine.hostName(),
                    machine.kernel(),
                    machine.cpu(),
                    machine.processors(),
                    ByteSize.format(machine.memoryBytes())))
        + Markdown.bullet("source " + source.path() + ": " + source.identity())
        + Markdown.bullet("destination " + destination.path() + ": " + destination.identity())
        + Markdown.bullet(
            "Cleave %s, took %s, wrote %s"
                .formatted(
                    machine.version(),
                    Figures.seconds(elapsedSeconds),
                    ByteSize.format(bytesWritten)));
  }
}

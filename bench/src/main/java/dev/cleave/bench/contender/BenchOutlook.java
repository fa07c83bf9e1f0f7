package dev.cleave.bench.contender;

import dev.cleave.tuner.contender.Contender;
import dev.cleave.tuner.contender.Missing;
import java.util.List;

/**
 * What a bench would do.
 *
 * @param fileBytes that each sample copies
 * @param rounds about so many
 */
public record BenchOutlook(
    List<Contender> contenders,
    List<Missing> missing,
    long fileBytes,
    int rounds,
    double seconds,
    long bytesWritten) {
  public BenchOutlook {
    contenders = List.copyOf(contenders);
    missing = List.copyOf(missing);
  }
}

package dev.cleave.bench.trial;

import org.jspecify.annotations.Nullable;

/**
 * Pressure stall information (Documentation/accounting/psi.rst): for how long some task had to wait
 * for a resource.
 */
enum Pressure {
  IO("io"),
  CPU("cpu");

  private static final String TOTAL = "total=";
  private static final double MICROS = 1e6;

  private final String file;

  Pressure(String file) {
    this.file = file;
  }

  /** Seconds since boot; null where the kernel doesn't say. */
  @Nullable Double seconds(KernelFiles kernel) {
    for (String line : KernelFiles.lines(kernel.proc().resolve("pressure").resolve(file))) {
      int total = line.indexOf(TOTAL);
      if (line.startsWith("some ") && total >= 0) {
        Long micros = KernelFiles.number(line.substring(total + TOTAL.length()).strip());
        return micros == null ? null : Double.valueOf(micros / MICROS);
      }
    }
    return null;
  }
}

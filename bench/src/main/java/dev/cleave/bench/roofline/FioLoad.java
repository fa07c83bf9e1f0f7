package dev.cleave.bench.roofline;

import dev.cleave.bench.process.TimedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A load by fio, whose own clock counts: its start isn't part of it.
 *
 * @param program its path
 * @param version as it says itself
 */
record FioLoad(Path program, String version, LoadSettings settings) implements LoadGenerator {
  /** Of fio's terse output, version 3 (fio(1), "TERSE OUTPUT"): milliseconds, from 0 on. */
  private static final int READ_RUNTIME = 8;

  private static final int WRITE_RUNTIME = 49;
  private static final double MILLIS = 1000;

  @Override
  public double seconds(Load load, LoadFiles files) throws IOException {
    String printed =
        new TimedProcess("fio", words(load, files), Map.of(), files.work()).run().output();
    double millis = 0;
    int jobs = 0;
    for (String line : printed.lines().filter(it -> it.startsWith("3;")).toList()) {
      String[] fields = line.split(";", -1);
      millis =
          Math.max(millis, Math.max(runtime(fields, READ_RUNTIME), runtime(fields, WRITE_RUNTIME)));
      jobs++;
    }
    if (jobs != (load.reads() ? 1 : 0) + (load.writes() ? 1 : 0) || !(millis > 0)) {
      throw new IOException("fio printed no figures: '" + printed.strip() + "'");
    }
    return millis / MILLIS;
  }

  private static double runtime(String[] fields, int index) throws IOException {
    try {
      return Double.parseDouble(fields[index]);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("fio printed no runtime: " + String.join(";", fields), e);
    }
  }

  private List<String> words(Load load, LoadFiles files) {
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of(
            program.toString(),
            "--output-format=terse",
            "--terse-version=3",
            "--thread",
            "--ioengine=" + (settings.direct() ? "libaio" : "psync"),
            "--direct=" + (settings.direct() ? 1 : 0),
            "--bs=" + settings.blockBytes(),
            "--iodepth=" + settings.requests(),
            "--size=" + files.bytes(),
            "--fallocate=" + (settings.preallocate() ? "native" : "none"),
            "--end_fsync=1",
            "--invalidate=1"));
    if (load.reads()) {
      words.addAll(job("read", files.source()));
    }
    if (load.writes()) {
      words.addAll(job("write", files.target()));
    }
    return words;
  }

  /** A colon separates the names of several files. */
  private static List<String> job(String pattern, Path file) {
    return List.of(
        "--name=" + pattern,
        "--rw=" + pattern,
        "--filename=" + file.toString().replace(":", "\\:"));
  }

  @Override
  public String description() {
    return version + ", " + settings;
  }
}

package dev.cleave.bench.roofline;

import dev.cleave.bench.peer.SearchPath;
import dev.cleave.bench.trial.TrialFiles;
import dev.cleave.bench.trial.TrialSettings;
import dev.cleave.engine.BytePath;
import dev.cleave.engine.FileSystemSync;
import dev.cleave.engine.PageCache;
import dev.cleave.tuner.contender.RooflineSample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures the roofline with the load generator and the settings that are the fastest here. */
public final class RooflineMeter {
  private static final String FIO = "fio";

  private final LoadGenerator generator;
  private final LoadFiles files;
  private int tries = 1;

  private RooflineMeter(LoadGenerator generator, LoadFiles files) {
    this.generator = generator;
    this.files = files;
  }

  /**
   * Tries the settings, each with one run of reading and writing at once.
   *
   * @throws IOException if none works; the message is that of the last
   */
  public static RooflineMeter fastest(TrialSettings settings, SearchPath path) throws IOException {
    LoadFiles files =
        new LoadFiles(
            settings.data().root(),
            settings.targetDirectory().resolve("roofline"),
            settings.data().bytes(),
            settings.workDirectory());
    RooflineMeter best = null;
    double least = Double.POSITIVE_INFINITY;
    int tries = 0;
    IOException failure = new IOException("nothing was tried");
    for (LoadGenerator generator : generators(path)) {
      if (best != null && generator instanceof JavaLoad) {
        break; // only where fio is missing, or doesn't work
      }
      RooflineMeter meter = new RooflineMeter(generator, files);
      tries++;
      try {
        double seconds = meter.seconds(Load.COPY);
        if (seconds < least) {
          least = seconds;
          best = meter;
        }
      } catch (IOException e) {
        failure = e;
      }
    }
    RooflineMeter chosen = best == null ? buffered(files, failure) : best;
    chosen.tries = best == null ? tries + 1 : tries;
    return chosen;
  }

  private static RooflineMeter buffered(LoadFiles files, IOException failure) throws IOException {
    RooflineMeter meter = new RooflineMeter(new JavaLoad(LoadSettings.BUFFERED), files);
    try {
      meter.seconds(Load.COPY);
      return meter;
    } catch (IOException e) {
      e.addSuppressed(failure);
      throw e;
    }
  }

  /** What {@link #fastest} has written at most: settings that don't work wrote less. */
  public long bytesWritten() {
    return tries * files.bytes();
  }

  private static List<LoadGenerator> generators(SearchPath path) {
    List<LoadGenerator> generators = new ArrayList<>();
    Optional<Path> fio = path.program(FIO);
    for (LoadSettings settings : LoadSettings.TO_TRY) {
      if (fio.isPresent()) {
        generators.add(new FioLoad(fio.get(), fioVersion(fio.get()), settings));
      }
    }
    for (LoadSettings settings : LoadSettings.TO_TRY) {
      if (!settings.preallocate()) {
        generators.add(new JavaLoad(settings));
      }
    }
    return generators;
  }

  private static String fioVersion(Path fio) {
    try {
      return SearchPath.version(fio.toString(), "--version");
    } catch (IOException e) {
      return FIO; // it won't run either, and then the next one is tried
    }
  }

  /** All three, one after the other. */
  public RooflineSample measure(int round) throws IOException {
    double bytes = files.bytes();
    return new RooflineSample(
        round, bytes / seconds(Load.READ), bytes / seconds(Load.WRITE), bytes / seconds(Load.COPY));
  }

  /** What measures, with its settings. */
  public String description() {
    return generator.description();
  }

  /** Begins clean and cold, and leaves nothing. */
  private double seconds(Load load) throws IOException {
    TrialFiles.remove(files.target());
    FileSystemSync.of(BytePath.of(files.source()));
    FileSystemSync.of(BytePath.of(files.target().resolveSibling("")));
    PageCache.evict(BytePath.of(files.source()));
    try {
      return generator.seconds(load, files);
    } finally {
      TrialFiles.remove(files.target());
    }
  }
}

package dev.cleave.bench.tune;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.json.JsonFile;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.search.StrategyKind;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tune that was cut off must know to go on, beside its samples; kept in the run's directory
 * as {@value #FILE}.
 *
 * @param schema {@value #SCHEMA}
 * @param directories private ones that it made, and left if it was killed
 * @param parts those that were begun, in their order
 */
record TuneRecord(
    String schema,
    Instant started,
    String source,
    String destination,
    double budgetSeconds,
    @Nullable Long writeBudgetBytes,
    @Nullable Long fileBytes,
    List<SizeClass> sizeClasses,
    List<CacheState> cacheStates,
    StrategyKind strategy,
    long seed,
    Fingerprint fingerprint,
    List<String> directories,
    List<Part> parts) {
  static final String SCHEMA = "cleave.tune-record/1";
  static final String FILE = "tune.json";

  TuneRecord {
    sizeClasses = List.copyOf(sizeClasses);
    cacheStates = List.copyOf(cacheStates);
    directories = List.copyOf(directories);
    parts = List.copyOf(parts);
  }

  /** What must be as it was: samples of another device or program can't be mixed. */
  record Fingerprint(String source, String destination, String kernel, String version) {
    static Fingerprint of(
        StorageStack source, StorageStack destination, String kernel, String version) {
      return new Fingerprint(source.identity(), destination.identity(), kernel, version);
    }

    /** What differs, for people; empty if nothing does. */
    Optional<String> differenceTo(Fingerprint now) {
      if (!source.equals(now.source)) {
        return Optional.of("the source was on " + source + " and is on " + now.source);
      }
      if (!destination.equals(now.destination)) {
        return Optional.of(
            "the destination was on " + destination + " and is on " + now.destination);
      }
      if (!kernel.equals(now.kernel)) {
        return Optional.of("the kernel was " + kernel + " and is " + now.kernel);
      }
      return version.equals(now.version)
          ? Optional.empty()
          : Optional.of("Cleave was " + version + " and is " + now.version);
    }
  }

  /**
   * A part that was begun.
   *
   * @param bytes of its data
   * @param startSeconds of the tune's time, when its data was there
   */
  record Part(SizeClass sizeClass, CacheState cacheState, long bytes, double startSeconds) {
    boolean isOf(TunePart part) {
      return sizeClass == part.sizeClass() && cacheState == part.cacheState();
    }
  }

  static TuneRecord of(TuneRequest request, Instant started, Fingerprint fingerprint) {
    return new TuneRecord(
        SCHEMA,
        started,
        request.source().toAbsolutePath().toString(),
        request.destination().toAbsolutePath().toString(),
        request.budgetSeconds(),
        request.writeBudgetBytes(),
        request.fileBytes(),
        request.sizeClasses(),
        request.cacheStates(),
        request.strategy(),
        request.seed(),
        fingerprint,
        List.of(),
        List.of());
  }

  /** The request it was begun with, to be gone on with now. */
  TuneRequest asked(TuneRequest now) {
    return new TuneRequest(
        Path.of(source),
        Path.of(destination),
        now.startNanos(),
        budgetSeconds,
        writeBudgetBytes,
        fileBytes,
        sizeClasses,
        cacheStates,
        strategy,
        seed,
        now.runs(),
        now.profiles(),
        now.commandLine(),
        now.version(),
        now.searchPath(),
        now.resume());
  }

  Optional<Part> part(TunePart part) {
    return parts.stream().filter(begun -> begun.isOf(part)).findFirst();
  }

  /** With another part, in place of what there was of it and behind it. */
  TuneRecord with(Part part) {
    List<Part> more = new ArrayList<>();
    for (Part begun : parts) {
      boolean same =
          begun.sizeClass() == part.sizeClass() && begun.cacheState() == part.cacheState();
      if (!same && begun.startSeconds() < part.startSeconds()) {
        more.add(begun);
      }
    }
    more.add(part);
    return with(directories, more);
  }

  TuneRecord withDirectories(Path from, Path to) {
    return with(List.of(from.toString(), to.toString()), parts);
  }

  private TuneRecord with(List<String> newDirectories, List<Part> newParts) {
    return new TuneRecord(
        schema,
        started,
        source,
        destination,
        budgetSeconds,
        writeBudgetBytes,
        fileBytes,
        sizeClasses,
        cacheStates,
        strategy,
        seed,
        fingerprint,
        newDirectories,
        newParts);
  }

  /** Replaces the record of a run; a crash leaves the old one or the new one. */
  void save(RunDirectory directory) throws IOException {
    JsonFile.publish(directory.path().resolve(FILE), this);
  }

  /**
   * @throws RefusedException if there is none, or it is none that we can read
   */
  static TuneRecord read(RunDirectory directory) throws IOException {
    TuneRecord record;
    try {
      record = JsonFile.read(directory.path().resolve(FILE), TuneRecord.class);
    } catch (NoSuchFileException e) {
      throw new RefusedException(
          "cannot resume " + directory.path() + ": there is no " + FILE + ", so it is no tune");
    } catch (IOException e) {
      throw new RefusedException("cannot resume " + directory.path() + ": " + e.getMessage());
    }
    if (!record.schema.equals(SCHEMA)) {
      throw new RefusedException(
          "cannot resume " + directory.path() + ": its " + FILE + " is not " + SCHEMA);
    }
    return record;
  }
}

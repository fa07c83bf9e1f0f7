package dev.cleave.bench.qualify;

import dev.cleave.bench.tune.RefusedException;
import dev.cleave.bench.tune.RunDirectory;
import dev.cleave.tuner.json.JsonFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a qualification that was cut off must know to go on, beside its measurements; kept in the
 * run's directory as {@value #FILE}.
 *
 * @param specificationText the whole specification, for it may be another one by then
 * @param identities of the directories' storage, which must be the same
 * @param leftovers private directories, left if it was killed
 */
public record QualifyRecord(
    String schema,
    Instant started,
    String specificationText,
    List<String> directories,
    List<String> identities,
    double soakSeconds,
    @Nullable Long writeBudgetBytes,
    long seed,
    List<String> leftovers) {
  static final String SCHEMA = "cleave.qualify-record/1";
  static final String FILE = "qualify.json";

  public QualifyRecord {
    directories = List.copyOf(directories);
    identities = List.copyOf(identities);
    leftovers = List.copyOf(leftovers);
  }

  QualifyRecord withLeftovers(List<String> made) {
    return new QualifyRecord(
        schema,
        started,
        specificationText,
        directories,
        identities,
        soakSeconds,
        writeBudgetBytes,
        seed,
        made);
  }

  void save(RunDirectory directory) throws IOException {
    JsonFile.publish(directory.path().resolve(FILE), this);
  }

  /**
   * The record of a run.
   *
   * @throws RefusedException if there is none
   */
  public static QualifyRecord read(RunDirectory directory) throws IOException {
    try {
      return JsonFile.read(directory.path().resolve(FILE), QualifyRecord.class);
    } catch (NoSuchFileException e) {
      throw new RefusedException(directory.path() + " is no run of 'cleave qualify'");
    }
  }
}

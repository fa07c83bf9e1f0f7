package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyError;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.PlanUse;
import dev.cleave.tuner.adapt.Learned;
import dev.cleave.tuner.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code cleave copy --json} prints. Apart from {@link CopyTalk}, so that a copy without it
 * loads no Jackson.
 *
 * @param schema {@value #SCHEMA}
 * @param exitCode what the shell sees
 * @param dryRun whether nothing was copied, and all counts are of what would be
 * @param resumedFiles those that {@code --resume} found finished; not among {@code files}
 * @param resumedBytes what it didn't have to copy of them, and of those that were begun
 * @param durableSeconds null without {@code --sync}
 * @param profile its id, or null
 * @param errors every path that could not be copied
 * @param adaptation what {@code --adapt} learned; null without it, or if no file was large enough
 * @param wouldDo null but with {@code --dry-run}
 */
public record CopyDocument(
    String schema,
    int exitCode,
    boolean dryRun,
    long files,
    long bytes,
    long resumedFiles,
    long resumedBytes,
    double commandSeconds,
    @Nullable Double durableSeconds,
    @Nullable String profile,
    List<PlanUse> plans,
    List<ErrorEntry> errors,
    List<String> warnings,
    @Nullable Learned adaptation,
    @Nullable DryRunEntry wouldDo) {
  public static final String SCHEMA = "cleave.copy/1";
  private static final double NANOS = 1e9;

  /**
   * A path that was not copied, or null of what isn't about one; as text, in which bytes that are
   * no UTF-8 are replaced.
   */
  public record ErrorEntry(@Nullable String path, String message, @Nullable Integer errno) {
    static ErrorEntry of(CopyError error) {
      return new ErrorEntry(error.path().toString(), error.message(), error.errno());
    }
  }

  /**
   * @param errors all of them, of which the outcome keeps the first ones only
   * @param warnings likewise
   */
  static CopyDocument of(
      CopyOutcome outcome,
      @Nullable String profile,
      int exitCode,
      List<CopyError> errors,
      List<String> warnings) {
    Long durable = outcome.durableNanos();
    return new CopyDocument(
        SCHEMA,
        exitCode,
        false,
        outcome.files(),
        outcome.bytes(),
        outcome.resumedFiles(),
        outcome.resumedBytes(),
        outcome.commandNanos() / NANOS,
        durable == null ? null : Double.valueOf(durable / NANOS),
        profile,
        outcome.plans(),
        errors.stream().map(ErrorEntry::of).toList(),
        warnings,
        null,
        null);
  }

  /** Of a copy that came to nothing, or was stopped. */
  static CopyDocument failed(String message, @Nullable BytePath path, int exitCode) {
    ErrorEntry error = new ErrorEntry(path == null ? null : path.toString(), message, null);
    return new CopyDocument(
        SCHEMA,
        exitCode,
        false,
        0,
        0,
        0,
        0,
        0,
        null,
        null,
        List.of(),
        List.of(error),
        List.of(),
        null,
        null);
  }

  /** The same of a copy that was only said to be made. */
  CopyDocument withDryRun(DryRunEntry value) {
    return new CopyDocument(
        schema,
        exitCode,
        true,
        files,
        bytes,
        resumedFiles,
        resumedBytes,
        commandSeconds,
        durableSeconds,
        profile,
        plans,
        errors,
        warnings,
        adaptation,
        value);
  }

  /** The same with what was learned on the way. */
  CopyDocument withAdaptation(@Nullable Learned value) {
    return new CopyDocument(
        schema,
        exitCode,
        dryRun,
        files,
        bytes,
        resumedFiles,
        resumedBytes,
        commandSeconds,
        durableSeconds,
        profile,
        plans,
        errors,
        warnings,
        value,
        wouldDo);
  }

  String toJson() {
    return Json.PRETTY.writeValueAsString(this);
  }
}

package dev.cleave.bench.tune;

import dev.cleave.bench.jmh.JmhMeasurer;
import dev.cleave.bench.trial.PrivateDirectory;
import dev.cleave.bench.trial.TrialData;
import dev.cleave.bench.trial.TrialDevices;
import dev.cleave.bench.trial.TrialSettings;
import dev.cleave.bench.trial.TrialShape;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.options.DataOptions;
import dev.cleave.reports.ReportKind;
import dev.cleave.reports.WrittenReports;
import dev.cleave.tuner.device.StorageProbe;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.DataShape;
import dev.cleave.tuner.measure.Journal;
import dev.cleave.tuner.measure.TargetState;
import dev.cleave.tuner.profile.Profile;
import dev.cleave.tuner.profile.ProfileStore;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.Settings;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.Budget;
import dev.cleave.tuner.search.BudgetTooSmallException;
import dev.cleave.tuner.search.ErrorBudget;
import dev.cleave.tuner.search.Findings;
import dev.cleave.tuner.search.SearchHint;
import dev.cleave.tuner.search.SearchLimits;
import dev.cleave.tuner.search.SearchSpace;
import dev.cleave.tuner.search.StrategyKind;
import dev.cleave.tuner.search.TuneOptions;
import dev.cleave.tuner.search.Tuner;
import dev.cleave.tuner.search.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tunes the class of large files for a pair of directories, and keeps what it found. */
public final class TuneSession {
  private static final double NANOS = 1e9;
  private static final double MARGIN = 0.03;

  /** Of the budget, for what comes behind the last sample: charts, report, profile. */
  private static final double REPORT_SECONDS = 4;

  private final TuneRequest request;
  private final SessionListener listener;
  private final Instant started = Instant.now();

  public TuneSession(TuneRequest request, SessionListener listener) {
    this.request = request;
    this.listener = listener;
  }

  /**
   * Runs the tune. Whatever happens, nothing is left in the two directories.
   *
   * @throws RefusedException if there is too little room, no such directory, or not even one round
   *     fits into the budget
   */
  public TuneResult run() throws IOException {
    requireDirectory(request.source());
    requireDirectory(request.destination());
    long fileBytes = FileSize.choose(request);
    StorageProbe probe = StorageProbe.ofThisMachine();
    StorageStack source = probe.probe(request.source());
    StorageStack destination = probe.probe(request.destination());
    RunDirectory directory = RunDirectory.create(request.runs(), started);
    Findings findings;
    try {
      findings = measure(directory, source, destination, fileBytes);
    } catch (BudgetTooSmallException e) {
      discardIfUnfinished(directory);
      throw tooSmall(e, fileBytes);
    } catch (IOException | RuntimeException e) {
      discardIfEmpty(directory);
      throw e;
    }
    TuneRun run = describe(directory, source, destination, fileBytes, findings);
    return keep(directory, run);
  }

  /** In terms of what the user gave: the tuner's budget is what is left of it for samples. */
  private RefusedException tooSmall(BudgetTooSmallException e, long fileBytes) {
    double seconds = e.secondsNeeded() + REPORT_SECONDS;
    boolean timeIsShort = e.secondsNeeded() > 0;
    return new RefusedException(
        String.format(
            Locale.ROOT,
            "the budget is too small: a tune here needs %sabout %s to be written",
            timeIsShort ? String.format(Locale.ROOT, "about %.0f s and ", seconds) : "",
            ByteSize.format(e.bytesNeeded() + fileBytes)));
  }

  private static void requireDirectory(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new RefusedException("cannot tune '" + path + "': No such file or directory");
    }
    if (!Files.isDirectory(path)) {
      throw new RefusedException("cannot tune '" + path + "': Not a directory");
    }
    if (!Files.isWritable(path)) {
      throw new RefusedException(
          "cannot tune '" + path + "': no permission to write there, which a tune needs");
    }
  }

  private Findings measure(
      RunDirectory directory, StorageStack source, StorageStack destination, long fileBytes)
      throws IOException, BudgetTooSmallException {
    try (PrivateDirectory from = PrivateDirectory.in(request.source());
        PrivateDirectory to = PrivateDirectory.in(request.destination());
        Journal journal = Journal.open(directory.journal())) {
      listener.privateDirectories(List.of(from, to));
      listener.preparing(fileBytes);
      TrialData data =
          TrialData.generate(
              from.path().resolve("data"),
              new TrialShape(SizeClass.LARGE, fileBytes),
              request.seed(),
              listener::prepared);
      SearchSpace space =
          SearchSpace.splitDepthByChunk(
              CopyPlan.SEQUENTIAL, SearchHint.of(source), limits(fileBytes));
      JmhMeasurer measurer =
          new JmhMeasurer(
              new TrialSettings(
                  data,
                  to.path(),
                  directory.work(),
                  TrialDevices.of(source, destination),
                  CacheState.COLD,
                  TargetState.NEW,
                  CopyPlan.SEQUENTIAL,
                  null));
      return new Tuner(measurer, journal, space, options(fileBytes), listener).tune();
    } finally {
      Files.deleteIfExists(directory.work());
    }
  }

  private static SearchLimits limits(long fileBytes) {
    return new SearchLimits(
        DataOptions.DEFAULT_MEMORY_LIMIT_BYTES,
        Runtime.getRuntime().availableProcessors(),
        fileBytes);
  }

  private TuneOptions options(long fileBytes) {
    Long writeBudget = request.writeBudgetBytes();
    Budget budget =
        new Budget(
            System::nanoTime,
            request.startNanos(),
            Math.max(1, request.budgetSeconds() - REPORT_SECONDS),
            writeBudget == null ? Budget.UNLIMITED_BYTES : writeBudget - fileBytes);
    return new TuneOptions(
        SizeClass.LARGE,
        fileBytes,
        budget,
        MARGIN,
        ErrorBudget.ONE_CLASS,
        request.seed(),
        StrategyKind.GRID);
  }

  private TuneRun describe(
      RunDirectory directory,
      StorageStack source,
      StorageStack destination,
      long fileBytes,
      Findings findings) {
    return new TuneRun(
        TuneRun.SCHEMA,
        directory.id(),
        started,
        (System.nanoTime() - request.startNanos()) / NANOS,
        ThisMachine.describe(request.commandLine(), request.version()),
        new Settings(request.budgetSeconds(), request.writeBudgetBytes(), MARGIN, request.seed()),
        source,
        destination,
        List.of(
            ClassSweep.of(
                SizeClass.LARGE, CacheState.COLD, DataShape.oneFile(fileBytes), findings)),
        findings.samples(),
        findings.bytesWritten() + fileBytes,
        findings.verdict(),
        findings.warnings());
  }

  private TuneResult keep(RunDirectory directory, TuneRun run) throws IOException {
    listener.reporting();
    WrittenReports reports = ReportKind.writeAll(run, directory.path());
    List<String> warnings = new ArrayList<>();
    reports.warnings().forEach(warning -> warnings.add(warning.toString()));
    @Nullable Path profile = null;
    if (run.verdict() != Verdict.INVALID) {
      profile = new ProfileStore(request.profiles()).save(Profile.of(run, started));
    }
    boolean reported = reports.files().contains(directory.report());
    return new TuneResult(
        run, directory.path(), reported ? directory.report() : null, profile, warnings);
  }

  /** Samples of a preflight alone say nothing that the message doesn't. */
  private static void discardIfUnfinished(RunDirectory directory) throws IOException {
    Files.deleteIfExists(directory.journal());
    discardIfEmpty(directory);
  }

  /** A run that never took a sample is of no use to anybody. */
  private static void discardIfEmpty(RunDirectory directory) throws IOException {
    if (Files.notExists(directory.journal()) || Files.size(directory.journal()) == 0) {
      Files.deleteIfExists(directory.journal());
      Files.deleteIfExists(directory.path());
    }
  }
}

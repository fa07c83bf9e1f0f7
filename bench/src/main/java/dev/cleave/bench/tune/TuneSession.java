package dev.cleave.bench.tune;

import dev.cleave.bench.health.HealthLook;
import dev.cleave.bench.health.HealthRecord;
import dev.cleave.bench.trial.KernelFiles;
import dev.cleave.bench.trial.PrivateDirectory;
import dev.cleave.bench.trial.TrialData;
import dev.cleave.bench.trial.TrialFiles;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.SizeClass;
import dev.cleave.reports.ReportKind;
import dev.cleave.reports.WrittenReports;
import dev.cleave.tuner.device.StorageProbe;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.measure.Journal;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.profile.FillLevel;
import dev.cleave.tuner.profile.Profile;
import dev.cleave.tuner.profile.ProfileStore;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.Environment;
import dev.cleave.tuner.run.Settings;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.BudgetTooSmallException;
import dev.cleave.tuner.search.Findings;
import dev.cleave.tuner.search.SweepPlan;
import dev.cleave.tuner.search.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tunes a pair of directories, one size class after the other, and keeps what it found. Used once.
 *
 * <p>All that a run that is cut off needs to go on lies in its directory: its {@link TuneRecord},
 * and the journal of its samples.
 */
public final class TuneSession {
  /** Of the budget, for what comes behind the last sample: charts, report, profile. */
  private static final double REPORT_SECONDS = 4;

  private final TuneRequest request;
  private final SessionListener listener;
  private final RunDirectory directory;
  private final RunClock clock;
  private final StorageStack source;
  private final StorageStack destination;
  private final Environment environment;
  private final TuneSchedule schedule;
  private final List<Sample> recorded;
  private TuneRecord record;

  private final List<ClassSweep> sweeps = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private long bytesWritten;

  private TuneSession(
      TuneRequest request,
      SessionListener listener,
      RunDirectory directory,
      @Nullable TuneRecord begun)
      throws IOException {
    this.request = request;
    this.listener = listener;
    this.directory = directory;
    UsableDirectory.require("tune", request.source());
    UsableDirectory.require("tune", request.destination());
    StorageProbe probe = StorageProbe.ofThisMachine();
    source = probe.probe(request.source());
    destination = probe.probe(request.destination());
    environment = ThisMachine.describe(request.commandLine(), request.version());
    TuneRecord.Fingerprint fingerprint =
        TuneRecord.Fingerprint.of(source, destination, environment.kernel(), request.version());
    schedule =
        TuneSchedule.of(
            Math.max(1, request.budgetSeconds() - REPORT_SECONDS),
            request.writeBudgetBytes(),
            request.sizeClasses(),
            request.cacheStates());
    if (begun == null) {
      record = TuneRecord.of(request, Instant.now(), fingerprint);
      recorded = List.of();
      clock = RunClock.since(request.startNanos());
    } else {
      record = begun;
      requireTheSame(begun.fingerprint(), fingerprint);
      recorded = Files.exists(directory.journal()) ? Journal.read(directory.journal()) : List.of();
      clock = RunClock.standing(System::nanoTime);
    }
  }

  /**
   * Runs a tune, or goes on with one. Whatever happens, nothing is left in the two directories.
   *
   * @throws RefusedException if there is too little room, no such directory, or not even one round
   *     fits into the budget; if another tune measures one of the devices; if the run to go on with
   *     is none, or its samples can't be mixed with new ones
   */
  public static TuneResult run(TuneRequest request, SessionListener listener) throws IOException {
    Path resumed = request.resume();
    if (resumed != null) {
      RunDirectory directory = RunDirectory.existing(request.runs(), resumed);
      TuneRecord begun = TuneRecord.read(directory);
      return new TuneSession(begun.asked(request), listener, directory, begun).tune();
    }
    RunDirectory directory = RunDirectory.name(request.runs(), Instant.now());
    TuneSession session = new TuneSession(request, listener, directory, null);
    directory.create();
    try {
      return session.tune();
    } catch (RefusedException e) {
      directory.discard(); // samples of a preflight say nothing that the message doesn't
      throw e;
    } catch (IOException | RuntimeException e) {
      directory.discardIfEmpty();
      throw e;
    }
  }

  /**
   * Only says what a tune would do, after a preflight of each of its parts, and leaves nothing.
   *
   * @throws RefusedException as {@link #run}
   */
  public static TuneOutlook plan(TuneRequest request, SessionListener listener) throws IOException {
    RunDirectory directory = RunDirectory.name(request.runs(), Instant.now());
    TuneSession session = new TuneSession(request, listener, directory, null);
    directory.create();
    try {
      return session.outlook();
    } finally {
      directory.discardIfEmpty();
    }
  }

  private static void requireTheSame(TuneRecord.Fingerprint then, TuneRecord.Fingerprint now)
      throws RefusedException {
    Optional<String> difference = then.differenceTo(now);
    if (difference.isPresent()) {
      throw new RefusedException(
          "cannot resume the run: " + difference.get() + "; begin another tune");
    }
  }

  private TuneResult tune() throws IOException {
    try (var _ = DeviceLock.of(LockDirectory.usual(), source, destination);
        PrivateDirectory from = PrivateDirectory.in(request.source());
        PrivateDirectory to = PrivateDirectory.in(request.destination());
        Journal journal = Journal.open(directory.journal())) {
      listener.privateDirectories(List.of(from, to));
      removeLeftovers();
      record = record.withDirectories(from.path(), to.path());
      record.save(directory);
      HealthRecord health = health();
      health.save(directory.path());
      TestBed bed = TestBed.of(from, to, directory.work(), source, destination);
      for (TunePart part : schedule.parts()) {
        tune(bed, part, journal);
      }
      HealthRecord ended = health.ended(healthLook());
      ended.save(directory.path());
      warnings.addAll(ended.changes());
    } finally {
      TrialFiles.remove(directory.workPath());
    }
    return keep(describe());
  }

  /** Of a run that goes on, as it was at its beginning. */
  private HealthRecord health() throws IOException {
    HealthRecord begun = HealthRecord.in(directory.path());
    return begun == null ? HealthRecord.begun(healthLook()) : begun;
  }

  private HealthLook healthLook() {
    return HealthLook.at(
        source, destination, KernelFiles.OF_THIS_MACHINE.sys(), request.searchPath());
  }

  /** Of the same run, before it was killed. */
  private void removeLeftovers() throws IOException {
    TrialFiles.remove(directory.workPath());
    for (String left : record.directories()) {
      PrivateDirectory.removeLeftover(Path.of(left));
    }
  }

  /** Parts that were tuned before come out as they did, without a copy. */
  private void tune(TestBed bed, TunePart part, Journal journal) throws IOException {
    listener.tuning(part.toString());
    try (PartTune tune = partTune(bed, part)) {
      Optional<TuneRecord.Part> begun =
          clock.runs() ? Optional.empty() : record.part(part).filter(it -> hasSamples(part));
      TrialData data = begun.isPresent() ? resumed(tune, begun.get()) : begin(tune, part);
      Findings findings = begun.isPresent() ? goOn(tune, part, begun.get(), data, journal) : null;
      while (findings == null) {
        double startSeconds = begun(part, data);
        try {
          findings = tune.tune(data, startSeconds, List.of(), samples.size(), journal);
        } catch (BudgetTooSmallException e) {
          data = less(tune, part, data, e);
          journal.keepFirst(samples.size());
        }
      }
      sweeps.add(ClassSweep.of(part.sizeClass(), part.cacheState(), data.counts(), findings));
      samples.addAll(findings.samples());
      findings.warnings().forEach(warning -> warnings.add(part + ": " + warning));
      bytesWritten += tune.bytesWritten(findings.bytesWritten());
    } catch (BudgetTooSmallException e) {
      if (sweeps.isEmpty()) {
        throw tooSmall(e);
      }
      warnings.add(part + ": not tuned, " + e.getMessage());
    } catch (RefusedException e) {
      if (sweeps.isEmpty() || request.resume() != null) {
        throw e;
      }
      warnings.add(part + ": not tuned, " + e.getMessage());
    }
  }

  private Findings goOn(
      PartTune tune, TunePart part, TuneRecord.Part begun, TrialData data, Journal journal)
      throws IOException, BudgetTooSmallException {
    return tune.tune(data, begun.startSeconds(), recordedOf(part), samples.size(), journal);
  }

  /** Notes that the part begins with this data, and when. */
  private double begun(TunePart part, TrialData data) throws IOException {
    double startSeconds = clock.seconds();
    record =
        record.with(
            new TuneRecord.Part(part.sizeClass(), part.cacheState(), data.bytes(), startSeconds));
    record.save(directory);
    return startSeconds;
  }

  /** For another try with smaller copies, unless their size was asked for or can't be smaller. */
  private TrialData less(PartTune tune, TunePart part, TrialData data, BudgetTooSmallException why)
      throws IOException, BudgetTooSmallException {
    boolean asked = request.fileBytes() != null && part.sizeClass() == SizeClass.LARGE;
    TrialData less = asked ? data : tune.less(data);
    if (less.bytes() >= data.bytes()) {
      throw why;
    }
    return less;
  }

  private PartTune partTune(TestBed bed, TunePart part) {
    int parts = schedule.parts().size();
    return new PartTune(
        bed, part, clock, bytesWritten, parts, request.strategy(), request.seed(), listener);
  }

  /** The same data again, at the time at which it was there. */
  private TrialData resumed(PartTune tune, TuneRecord.Part begun) throws IOException {
    clock.standAt(begun.startSeconds());
    return tune.data(begun.bytes());
  }

  private TrialData begin(PartTune tune, TunePart part) throws IOException {
    clock.run();
    if (part.untilSeconds() <= clock.seconds()) {
      throw new RefusedException("no time is left of the budget for " + part);
    }
    Long asked = request.fileBytes();
    return asked != null && part.sizeClass() == SizeClass.LARGE ? tune.data(asked) : tune.data();
  }

  private boolean hasSamples(TunePart part) {
    return !recordedOf(part).isEmpty();
  }

  private List<Sample> recordedOf(TunePart part) {
    return recorded.stream()
        .filter(sample -> sample.sizeClass() == part.sizeClass())
        .filter(sample -> sample.evidence().cacheState() == part.cacheState())
        .toList();
  }

  /** In terms of what the user gave: a part's budget is what is left of it for samples. */
  private RefusedException tooSmall(BudgetTooSmallException e) {
    int parts = schedule.parts().size();
    double seconds = parts * e.secondsNeeded() + REPORT_SECONDS;
    boolean timeIsShort = e.secondsNeeded() > 0;
    return new RefusedException(
        String.format(
            Locale.ROOT,
            "the budget is too small: a tune here needs %sabout %s to be written",
            timeIsShort ? String.format(Locale.ROOT, "about %.0f s and ", seconds) : "",
            ByteSize.format(parts * e.bytesNeeded() + bytesWritten)));
  }

  private TuneOutlook outlook() throws IOException {
    List<TuneOutlook.Part> parts = new ArrayList<>();
    try (var _ = DeviceLock.of(LockDirectory.usual(), source, destination);
        PrivateDirectory from = PrivateDirectory.in(request.source());
        PrivateDirectory to = PrivateDirectory.in(request.destination())) {
      listener.privateDirectories(List.of(from, to));
      TestBed bed = TestBed.of(from, to, directory.work(), source, destination);
      for (TunePart part : schedule.parts()) {
        listener.tuning(part.toString());
        try (PartTune tune = partTune(bed, part)) {
          parts.add(outlook(tune, part, begin(tune, part)));
        } catch (BudgetTooSmallException e) {
          throw tooSmall(e);
        }
      }
      return new TuneOutlook(parts, leftOut(), bed.backends().without());
    } finally {
      TrialFiles.remove(directory.workPath());
    }
  }

  private TuneOutlook.Part outlook(PartTune tune, TunePart part, TrialData data)
      throws IOException, BudgetTooSmallException {
    try {
      SweepPlan plan = tune.preflight(data);
      return new TuneOutlook.Part(part.sizeClass(), part.cacheState(), data.counts(), plan);
    } catch (BudgetTooSmallException e) {
      return outlook(tune, part, less(tune, part, data, e));
    }
  }

  private List<String> leftOut() {
    return schedule.leftOut().stream().map(TunePart::toString).toList();
  }

  private TuneRun describe() {
    if (!schedule.leftOut().isEmpty()) {
      warnings.add(
          "not tuned, for want of time: "
              + String.join(", ", leftOut())
              + "; a longer --budget or --size-class takes them in");
    }
    return new TuneRun(
        TuneRun.SCHEMA,
        directory.id(),
        record.started(),
        clock.seconds(),
        environment,
        new Settings(
            request.budgetSeconds(), request.writeBudgetBytes(), PartTune.MARGIN, request.seed()),
        source,
        destination,
        sweeps,
        samples,
        bytesWritten,
        Verdict.overall(
            sweeps.stream()
                .flatMap(sweep -> sweep.recommendations().values().stream())
                .map(recommendation -> recommendation.verdict())
                .toList()),
        warnings);
  }

  private TuneResult keep(TuneRun run) throws IOException {
    listener.reporting();
    WrittenReports reports = ReportKind.writeAll(run, directory.path());
    List<String> unwritten = new ArrayList<>();
    reports.warnings().forEach(warning -> unwritten.add(warning.toString()));
    @Nullable Path profile = null;
    if (run.verdict() != Verdict.INVALID) {
      Profile found = Profile.of(run, record.started());
      int fillPercent = FillLevel.percent(request.destination());
      profile = new ProfileStore(request.profiles()).save(found.withFillPercent(fillPercent));
    }
    boolean reported = reports.files().contains(directory.report());
    return new TuneResult(
        run, directory.path(), reported ? directory.report() : null, profile, unwritten);
  }
}

package dev.cleave.bench.contender;

import dev.cleave.bench.peer.PeerKind;
import dev.cleave.bench.peer.Presence;
import dev.cleave.bench.trial.MemoryBandwidth;
import dev.cleave.bench.trial.PrivateDirectory;
import dev.cleave.bench.trial.TrialData;
import dev.cleave.bench.trial.TrialDevices;
import dev.cleave.bench.trial.TrialFiles;
import dev.cleave.bench.trial.TrialSettings;
import dev.cleave.bench.tune.DeviceLock;
import dev.cleave.bench.tune.LockDirectory;
import dev.cleave.bench.tune.RefusedException;
import dev.cleave.bench.tune.RunDirectory;
import dev.cleave.bench.tune.ThisMachine;
import dev.cleave.bench.tune.UsableDirectory;
import dev.cleave.engine.CopyPlan;
import dev.cleave.reports.BenchReportKind;
import dev.cleave.reports.WrittenReports;
import dev.cleave.tuner.contender.BenchRun;
import dev.cleave.tuner.contender.Missing;
import dev.cleave.tuner.device.StorageProbe;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.measure.Journal;
import dev.cleave.tuner.measure.TargetState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Measures all contenders on a pair of directories, and keeps what it found. Used once. */
public final class BenchSession {
  private static final double NANOS = 1e9;

  private final BenchRequest request;
  private final BenchMeasurer.Factory measurers;
  private final BenchListener listener;
  private final RunDirectory directory;
  private final Instant started = Instant.now();
  private final StorageStack source;
  private final StorageStack destination;
  private final BenchBudget budget;
  private final List<Entrant> entrants = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();

  private BenchSession(
      BenchRequest request,
      BenchMeasurer.Factory measurers,
      BenchListener listener,
      RunDirectory directory)
      throws IOException {
    this.request = request;
    this.measurers = measurers;
    this.listener = listener;
    this.directory = directory;
    UsableDirectory.require("bench", request.source());
    UsableDirectory.require("bench", request.destination());
    StorageProbe probe = StorageProbe.ofThisMachine();
    source = probe.probe(request.source());
    destination = probe.probe(request.destination());
    budget =
        new BenchBudget(
            request.budgetSeconds(), request.writeBudgetBytes(), request.rounds(), this::seconds);
    muster();
  }

  /**
   * Runs a bench. Whatever happens, nothing is left in the two directories.
   *
   * @throws RefusedException if there is too little room, no such directory, not even three rounds
   *     fit into the budget, or something else measures one of the devices
   */
  public static BenchResult run(
      BenchRequest request, BenchMeasurer.Factory measurers, BenchListener listener)
      throws IOException {
    RunDirectory directory = RunDirectory.of(request.runs(), request.run(), Instant.now());
    BenchSession session = new BenchSession(request, measurers, listener, directory);
    directory.create();
    try {
      return session.bench();
    } catch (IOException | RuntimeException e) {
      directory.discardIfEmpty();
      throw e;
    }
  }

  /** Only says what a bench would do, after a copy or two, and leaves nothing. */
  public static BenchOutlook plan(
      BenchRequest request, BenchMeasurer.Factory measurers, BenchListener listener)
      throws IOException {
    RunDirectory directory = RunDirectory.name(request.runs(), Instant.now());
    BenchSession session = new BenchSession(request, measurers, listener, directory);
    directory.create();
    try {
      return session.outlook();
    } finally {
      directory.discardIfEmpty();
    }
  }

  private double seconds() {
    return (System.nanoTime() - request.startNanos()) / NANOS;
  }

  private void muster() {
    entrants.addAll(request.engine());
    missing.addAll(request.without());
    for (PeerKind kind : request.peers()) {
      switch (kind.create().presence(request.path())) {
        case Presence.Present present -> entrants.add(Entrant.of(kind, present));
        case Presence.Absent absent -> missing.add(new Missing(kind.toString(), absent.why()));
      }
    }
  }

  private BenchResult bench() throws IOException {
    BenchRounds rounds;
    TrialData data;
    try (var _ = DeviceLock.of(LockDirectory.usual(), source, destination);
        PrivateDirectory from = PrivateDirectory.in(request.source());
        PrivateDirectory to = PrivateDirectory.in(request.destination());
        Journal journal = Journal.open(directory.journal())) {
      listener.privateDirectories(List.of(from, to));
      BenchFile file = file(from, to);
      data = file.prepare();
      rounds =
          new BenchRounds(entrants, file.measurer(), budget, listener, journal, request.seed());
      rounds.take(this::seconds, data.bytes(), file.copySeconds());
    } finally {
      TrialFiles.remove(directory.workPath());
    }
    return keep(describe(data, rounds));
  }

  private BenchOutlook outlook() throws IOException {
    try (var _ = DeviceLock.of(LockDirectory.usual(), source, destination);
        PrivateDirectory from = PrivateDirectory.in(request.source());
        PrivateDirectory to = PrivateDirectory.in(request.destination())) {
      listener.privateDirectories(List.of(from, to));
      BenchFile file = file(from, to);
      long bytes = file.prepare().bytes();
      int count = entrants.size();
      int rounds = budget.rounds(count, bytes, file.copySeconds());
      return new BenchOutlook(
          entrants.stream().map(Entrant::contender).toList(),
          missing,
          bytes,
          rounds,
          rounds * BenchBudget.roundSeconds(count, file.copySeconds()),
          rounds * BenchBudget.roundBytes(count, bytes));
    } finally {
      TrialFiles.remove(directory.workPath());
    }
  }

  private BenchFile file(PrivateDirectory from, PrivateDirectory to) throws IOException {
    double memory = MemoryBandwidth.bytesPerSecond();
    var work = directory.work();
    return new BenchFile(
        request,
        from.path(),
        to.path(),
        entrants,
        budget,
        listener,
        data ->
            measurers.of(
                new TrialSettings(
                    data,
                    to.path(),
                    work,
                    TrialDevices.of(source, destination),
                    request.cacheState(),
                    TargetState.NEW,
                    CopyPlan.SEQUENTIAL,
                    memory)));
  }

  private BenchRun describe(TrialData data, BenchRounds rounds) {
    List<Missing> absent = new ArrayList<>(missing);
    absent.addAll(rounds.failed());
    return new BenchRun(
        BenchRun.SCHEMA,
        directory.id(),
        started,
        seconds(),
        ThisMachine.describe(request.commandLine(), request.version()),
        request.budgetSeconds(),
        request.writeBudgetBytes(),
        request.seed(),
        source,
        destination,
        data.bytes(),
        request.cacheState(),
        rounds.entrants().stream().map(Entrant::contender).toList(),
        absent,
        rounds.samples(),
        rounds.rooflineBy(),
        rounds.roofline(),
        budget.written(),
        rounds.warnings());
  }

  private BenchResult keep(BenchRun run) {
    listener.reporting();
    WrittenReports reports = BenchReportKind.writeAll(run, directory.path());
    List<String> unwritten = new ArrayList<>();
    reports.warnings().forEach(warning -> unwritten.add(warning.toString()));
    boolean reported = reports.files().contains(directory.report());
    return new BenchResult(run, directory.path(), reported ? directory.report() : null, unwritten);
  }
}

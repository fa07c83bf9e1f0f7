package dev.cleave.bench.qualify;

import dev.cleave.bench.qualify.specification.Specification;
import dev.cleave.bench.trial.PrivateDirectory;
import dev.cleave.bench.tune.DeviceLock;
import dev.cleave.bench.tune.LockDirectory;
import dev.cleave.bench.tune.RefusedException;
import dev.cleave.bench.tune.RunDirectory;
import dev.cleave.bench.tune.ThisMachine;
import dev.cleave.tuner.device.StorageProbe;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.qualify.DeviceQualification;
import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.QualifyRun;
import dev.cleave.tuner.qualify.QualifyVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Qualifies the devices of several directories at once. Used once. */
public final class QualifySession {
  private static final double NANOS = 1e9;

  private final QualifyRequest request;
  private final QualifyListener listener;
  private final RunDirectory directory;
  private final List<StorageStack> stacks;
  private final long startNanos = System.nanoTime();
  private QualifyRecord record;

  private QualifySession(
      QualifyRequest request,
      QualifyListener listener,
      RunDirectory directory,
      List<StorageStack> stacks,
      QualifyRecord record) {
    this.request = request;
    this.listener = listener;
    this.directory = directory;
    this.stacks = stacks;
    this.record = record;
  }

  /**
   * Runs a qualification, or goes on with one. Whatever happens, nothing is left in the
   * directories.
   *
   * @throws RefusedException if a directory is none or can't be written to, two of them are on one
   *     device, another run measures one, or the run to go on with doesn't fit
   * @throws CancellationException if it was interrupted; the run can be gone on with
   */
  public static QualifyResult run(QualifyRequest request, QualifyListener listener)
      throws IOException {
    List<StorageStack> stacks = new ArrayList<>();
    for (Path each : request.directories()) {
      requireDirectory(each);
      stacks.add(StorageProbe.ofThisMachine().probe(each));
    }
    Path resume = request.resume();
    RunDirectory directory =
        resume == null
            ? RunDirectory.name(request.runs(), Instant.now())
            : RunDirectory.existing(request.runs(), resume);
    QualifyRecord record = resume == null ? record(request, stacks) : QualifyRecord.read(directory);
    List<String> identities = stacks.stream().map(StorageStack::identity).toList();
    if (!record.identities().equals(identities)) {
      throw new RefusedException(
          "cannot resume the run: it was on "
              + record.identities()
              + ", and now these are "
              + identities);
    }
    if (resume == null) {
      directory.create();
    }
    try {
      return new QualifySession(request, listener, directory, stacks, record).qualify();
    } catch (IOException | RuntimeException e) {
      directory.discardIfEmpty();
      throw e;
    }
  }

  private static QualifyRecord record(QualifyRequest request, List<StorageStack> stacks) {
    return new QualifyRecord(
        QualifyRecord.SCHEMA,
        Instant.now(),
        request.specification().text(),
        request.directories().stream().map(it -> it.toAbsolutePath().toString()).toList(),
        stacks.stream().map(StorageStack::identity).toList(),
        request.soakSeconds(),
        request.writeBudgetBytes(),
        request.seed(),
        List.of());
  }

  private static void requireDirectory(Path path) throws RefusedException {
    if (!Files.isDirectory(path)) {
      throw new RefusedException(
          "cannot qualify '"
              + path
              + "': "
              + (Files.exists(path)
                  ? "Not a directory; give a directory on the device, never the device itself"
                  : "No such file or directory"));
    }
    if (!Files.isWritable(path)) {
      throw new RefusedException("cannot qualify '" + path + "': no permission to write there");
    }
  }

  private QualifyResult qualify() throws IOException {
    List<DeviceLock> locks = new ArrayList<>();
    List<PrivateDirectory> made = new ArrayList<>();
    try (QualifyJournal journal = QualifyJournal.open(directory.journal())) {
      try {
        for (StorageStack stack : stacks) {
          locks.add(DeviceLock.of(LockDirectory.usual(), stack, stack));
        }
        for (String left : record.leftovers()) {
          PrivateDirectory.removeLeftover(Path.of(left));
        }
        for (Path each : request.directories()) {
          PrivateDirectory own = PrivateDirectory.toQualify(each);
          made.add(own);
          listener.privateDirectory(own);
        }
        record = record.withLeftovers(made.stream().map(it -> it.path().toString()).toList());
        record.save(directory);
        return keep(devices(made, journal));
      } finally {
        for (PrivateDirectory each : made) {
          each.close();
        }
        for (DeviceLock lock : locks) {
          lock.close();
        }
      }
    }
  }

  /** Each in a thread of its own. */
  private List<DeviceQualification> devices(List<PrivateDirectory> made, QualifyJournal journal)
      throws IOException {
    List<QualifyJournal.Line> before = QualifyJournal.read(directory.journal());
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      workers.add(worker(i, made.get(i), journal, before));
    }
    for (Worker worker : workers) {
      worker.thread.start();
    }
    List<DeviceQualification> devices = new ArrayList<>();
    @Nullable IOException failure = null;
    for (Worker worker : workers) {
      try {
        devices.add(worker.result());
      } catch (IOException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (request.cancellation().isCancelled()) {
      throw new CancellationException("interrupted; go on with --resume " + directory.id());
    }
    if (failure != null) {
      throw failure;
    }
    return devices;
  }

  private Worker worker(
      int index, PrivateDirectory own, QualifyJournal journal, List<QualifyJournal.Line> before) {
    Path path = request.directories().get(index);
    String name = path.toAbsolutePath().toString();
    Specification specification = request.specification();
    WriteBudget budget = new WriteBudget(request.writeBudget());
    List<Measurement> earlier =
        before.stream()
            .filter(line -> line.directory().equals(name))
            .map(QualifyJournal.Line::measurement)
            .toList();
    budget.take(earlier.stream().mapToLong(Measurement::bytesWritten).sum());
    WorkloadBed bed =
        new WorkloadBed(
            own.path(),
            budget,
            request.seed(),
            request.cancellation(),
            () -> request.plans().apply(path));
    FioPeer fio = specification.comparesWithFio() ? FioPeer.find(request.searchPath()) : null;
    DeviceRun run =
        new DeviceRun(
            specification,
            name,
            stacks.get(index),
            bed,
            fio,
            journal,
            listener,
            request.soakSeconds());
    return new Worker(name, () -> run.run(earlier));
  }

  private QualifyResult keep(List<DeviceQualification> devices) throws IOException {
    QualifyRun run =
        new QualifyRun(
            QualifyRun.SCHEMA,
            directory.id(),
            record.started(),
            (System.nanoTime() - startNanos) / NANOS,
            ThisMachine.describe(request.commandLine(), request.version()),
            request.specification().name(),
            request.specification().text(),
            QualifyVerdict.overall(devices.stream().map(DeviceQualification::verdict).toList()),
            devices);
    return QualifyResult.write(run, directory.path());
  }

  /** What one thread does, and how it ended. */
  private static final class Worker {
    private final Thread thread;
    private @Nullable DeviceQualification done;
    private @Nullable Throwable failure;

    /** Measures one device. */
    interface Work {
      DeviceQualification run() throws IOException;
    }

    Worker(String name, Work work) {
      thread =
          Thread.ofPlatform()
              .name("cleave-qualify " + name)
              .unstarted(
                  () -> {
                    try {
                      done = work.run();
                    } catch (IOException | RuntimeException | Error e) {
                      failure = e;
                    }
                  });
    }

    DeviceQualification result() throws IOException {
      ThreadEnd.await(thread);
      if (failure instanceof IOException e) {
        throw e;
      }
      DeviceQualification result = done;
      if (result == null) {
        throw new IllegalStateException("a device could not be qualified", failure);
      }
      return result;
    }
  }
}

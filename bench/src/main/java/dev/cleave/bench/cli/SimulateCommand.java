package dev.cleave.bench.cli;

import dev.cleave.reports.json.RunJson;
import dev.cleave.tuner.search.StrategyKind;
import dev.cleave.tuner.simulate.AdaptRow;
import dev.cleave.tuner.simulate.AdaptSimulation;
import dev.cleave.tuner.simulate.Replay;
import dev.cleave.tuner.simulate.Simulation;
import dev.cleave.tuner.simulate.SimulationRow;
import dev.cleave.tuner.simulate.SurfaceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cleave simulate}. */
@Command(
    description =
        "Scores search strategies on devices whose truth is known, without a device: how far the"
            + " plans they recommend are from the best, how often they are wrong, and how many"
            + " samples they take. The same seed gives the same figures on any machine.",
    sortOptions = false)
final class SimulateCommand implements Callable<Integer> {
  private static final double PERCENT = 100;

  private final Console console;

  @Option(
      names = "--tunes",
      paramLabel = "N",
      description = "Tunes of each strategy, surface and noise; 200 unless told.")
  private int tunes = 200;

  @Option(names = "--seed", paramLabel = "N", description = "Of all that is drawn; 1 unless told.")
  private long seed = 1;

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      split = ",",
      converter = StrategyName.class,
      description = "grid, race, halving, or several with commas; halving unless told.")
  private List<StrategyKind> strategies = List.of(StrategyKind.DEFAULT);

  @Option(
      names = "--surface",
      paramLabel = "NAME",
      split = ",",
      converter = SurfaceName.class,
      description = "Kinds of devices, several with commas; all unless told.")
  private List<SurfaceKind> surfaces = List.of(SurfaceKind.values());

  @Option(
      names = "--noise",
      paramLabel = "PERCENT",
      split = ",",
      description = "Of one copy's time, as 5, several with commas; 3,5,10 unless told.")
  private List<Double> noises = List.of(3.0, 5.0, 10.0);

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "Of a tune, in virtual time; 15m unless told.")
  private double budgetSeconds = 900;

  @Option(
      names = "--share",
      description =
          "Also counts the samples with which the interleaved full grid first meets the same"
              + " regret, which takes long.")
  private boolean share;

  @Option(
      names = "--replay",
      paramLabel = "RUN",
      description = "The sweeps of a recorded run instead of drawn devices; may be repeated.")
  private List<Path> replays = List.of();

  @Option(
      names = "--adapt",
      description =
          "Copies with 'copy --adapt' instead of tunes: --tunes says how many, and a copy takes a"
              + " minute by the best plan.")
  private boolean adapt;

  @Mixin private final CommonOptions common = new CommonOptions();

  SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandException, IOException {
    if (tunes < 1) {
      throw CommandException.wrongUsage("--tunes must be 1 or more, not " + tunes);
    }
    for (double noise : noises) {
      if (!(noise > 0 && noise <= 50)) {
        throw CommandException.wrongUsage("--noise must be above 0 and at most 50 percent");
      }
    }
    if (adapt) {
      return adapted();
    }
    Simulation simulation = new Simulation(tunes, seed, budgetSeconds);
    List<SimulationRow> rows = replays.isEmpty() ? drawn(simulation) : replayed(simulation);
    console
        .out()
        .print(
            common.json()
                ? new SimulationDocument(SimulationDocument.SCHEMA, tunes, seed, rows).toJson()
                : SimulationTable.of(rows));
    return ExitCode.DONE;
  }

  private int adapted() {
    List<AdaptRow> rows = new ArrayList<>();
    StatusLine line = new StatusLine(console.err());
    for (double noise : noises) {
      rows.addAll(
          new AdaptSimulation(tunes, seed)
              .rows(surfaces, noise / PERCENT, row -> show(line, row.surface() + " is done")));
    }
    line.clear();
    AdaptSimulationReport report =
        new AdaptSimulationReport(AdaptSimulationReport.SCHEMA, tunes, seed, rows);
    console.out().print(common.json() ? report.toJson() : report.toText());
    return ExitCode.DONE;
  }

  private List<SimulationRow> drawn(Simulation simulation) {
    List<SimulationRow> rows = new ArrayList<>();
    int all = noises.size() * strategies.size() * surfaces.size();
    StatusLine line = new StatusLine(console.err());
    AtomicInteger done = new AtomicInteger();
    for (double noise : noises) {
      for (StrategyKind strategy : strategies) {
        rows.addAll(
            simulation.rows(
                strategy,
                surfaces,
                noise / PERCENT,
                share,
                row -> show(line, done.incrementAndGet() + " of " + all + " rows")));
      }
    }
    line.clear();
    return rows;
  }

  private List<SimulationRow> replayed(Simulation simulation) throws IOException, CommandException {
    List<SimulationRow> rows = new ArrayList<>();
    for (Path run : replays) {
      List<Replay> sweeps = Replay.of(RunJson.read(run));
      if (sweeps.isEmpty()) {
        throw CommandException.failed(
            "cannot replay " + run + ": no sweep of it has valid samples of three candidates");
      }
      for (Replay sweep : sweeps) {
        for (StrategyKind strategy : strategies) {
          rows.add(simulation.row(strategy, sweep));
        }
      }
    }
    return rows;
  }

  private void show(StatusLine line, String text) {
    if (console.terminal() && !common.quiet() && !common.json()) {
      line.show(text);
    }
  }
}

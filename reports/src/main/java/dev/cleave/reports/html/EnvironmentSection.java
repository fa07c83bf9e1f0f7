package dev.cleave.reports.html;

import static dev.cleave.reports.html.Html.element;
import static dev.cleave.reports.html.Html.text;

import dev.cleave.engine.ByteSize;
import dev.cleave.reports.text.Figures;
import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.contender.BenchRun;
import dev.cleave.tuner.qualify.QualifyRun;
import dev.cleave.tuner.run.Environment;
import dev.cleave.tuner.run.Settings;
import dev.cleave.tuner.run.TuneRun;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The machine, the settings, and how to do it again. */
final class EnvironmentSection {
  private EnvironmentSection() {}

  static Html of(TuneRun run) {
    Settings settings = run.settings();
    return of(
        run.environment(),
        List.of(
            row("run", run.id()),
            row("time budget", Figures.seconds(settings.budgetSeconds())),
            row("write budget", writeBudget(settings.writeBudgetBytes())),
            row("copied", Sentences.settings(run)),
            row("margin", Figures.percent(settings.margin())),
            row("seed", Long.toString(settings.seed()))));
  }

  static Html of(BenchRun run) {
    return of(
        run.environment(),
        List.of(
            row("run", run.id() + ", " + run.started().truncatedTo(ChronoUnit.SECONDS)),
            row("time budget", Figures.seconds(run.budgetSeconds())),
            row("write budget", writeBudget(run.writeBudgetBytes())),
            row("took", Figures.seconds(run.elapsedSeconds())),
            row("written", ByteSize.format(run.bytesWritten())),
            row("seed", Long.toString(run.seed()))));
  }

  static Html of(QualifyRun run) {
    return of(run.environment(), List.of(row("run", run.id())));
  }

  private static Html of(Environment environment, List<List<Html>> settings) {
    return Html.all(
        Html.section(
            "Do it again",
            Html.scrolling(element("pre", element("code", environment.commandLine()))),
            facts(settings)),
        Html.section("Machine", machine(environment)));
  }

  private static String writeBudget(@Nullable Long bytes) {
    return bytes == null ? "none" : ByteSize.format(bytes);
  }

  private static Html machine(Environment machine) {
    return facts(
        List.of(
            row("host", machine.hostName()),
            row("kernel", machine.kernel()),
            row("processor", machine.cpu() + ", " + machine.processors() + " usable"),
            row("memory", ByteSize.format(machine.memoryBytes())),
            row("Java", machine.java()),
            row("Cleave", machine.version())));
  }

  private static List<Html> row(String name, String value) {
    return List.of(text(name), text(value));
  }

  private static Html facts(List<List<Html>> rows) {
    return Html.table(List.of("what", "value"), List.of(false, false), rows);
  }
}

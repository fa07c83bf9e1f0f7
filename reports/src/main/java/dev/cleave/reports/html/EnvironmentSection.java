package dev.cleave.reports.html;

import static dev.cleave.reports.html.Html.element;
import static dev.cleave.reports.html.Html.text;

import dev.cleave.engine.ByteSize;
import dev.cleave.reports.text.Figures;
import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.run.Environment;
import dev.cleave.tuner.run.Settings;
import dev.cleave.tuner.run.TuneRun;
import java.util.List;

/** The machine, the settings, and how to do it again. */
final class EnvironmentSection {
  private EnvironmentSection() {}

  static Html of(TuneRun run) {
    return Html.all(
        Html.section(
            "Do it again",
            Html.scrolling(element("pre", element("code", run.environment().commandLine()))),
            settings(run)),
        Html.section("Machine", machine(run.environment())));
  }

  /** That of a run that is no tune. */
  static Html of(Environment environment, String run) {
    return Html.all(
        Html.section(
            "Do it again",
            Html.scrolling(element("pre", element("code", environment.commandLine()))),
            facts(List.of(row("run", run)))),
        Html.section("Machine", machine(environment)));
  }

  private static Html settings(TuneRun run) {
    Settings settings = run.settings();
    Long writeBudget = settings.writeBudgetBytes();
    return facts(
        List.of(
            row("run", run.id()),
            row("time budget", Figures.seconds(settings.budgetSeconds())),
            row("write budget", writeBudget == null ? "none" : ByteSize.format(writeBudget)),
            row("copied", Sentences.settings(run)),
            row("margin", Figures.percent(settings.margin())),
            row("seed", Long.toString(settings.seed()))));
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

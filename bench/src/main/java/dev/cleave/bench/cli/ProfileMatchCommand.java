package dev.cleave.bench.cli;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.profile.MatchStep;
import dev.cleave.tuner.profile.MatchedPlan;
import dev.cleave.tuner.profile.ProfileMatch;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cleave profile match SRC DST}: what a copy from one to the other would go by. */
@Command(
    name = "match",
    description = "Shows which profiles a copy from SRC to DST would take, which not, and why.")
final class ProfileMatchCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "SRC", index = "0", description = "A file or directory.")
  private Path source = Path.of("");

  @Parameters(
      paramLabel = "DST",
      index = "1",
      description = "A file or directory, which need not be there yet.")
  private Path destination = Path.of("");

  @Mixin private final CommonOptions common = new CommonOptions();

  ProfileMatchCommand(Console console) {
    this.console = console;
  }

  /** What {@code profile match --json} prints; the first profile taken is that of the copy. */
  public record Document(
      String schema,
      @Nullable String profile,
      List<MatchStep> chain,
      Map<SizeClass, Map<Clock, MatchedPlan>> plans,
      List<String> warnings) {
    static final String SCHEMA = "cleave.profile-match/1";
  }

  @Override
  public Integer call() {
    ProfileMatch match = PlanChoice.match(source, destination, console);
    Map<SizeClass, Map<Clock, MatchedPlan>> plans = asCopied(match);
    if (common.json()) {
      Document document =
          new Document(Document.SCHEMA, match.profile(), match.chain(), plans, match.warnings());
      console.out().println(Json.PRETTY.writeValueAsString(document));
      return ExitCode.DONE;
    }
    PlanChoice.steps(match).forEach(console.out()::println);
    plans.forEach(
        (sizeClass, clocks) ->
            clocks.forEach(
                (clock, plan) ->
                    console.out().println(PlanChoice.line(sizeClass, clock, plan.plan(), plan))));
    match.warnings().forEach(console::say);
    return ExitCode.DONE;
  }

  /** The sequential default with as many workers as {@code copy} gives it. */
  private static Map<SizeClass, Map<Clock, MatchedPlan>> asCopied(ProfileMatch match) {
    Map<SizeClass, Map<Clock, MatchedPlan>> plans = new EnumMap<>(SizeClass.class);
    for (SizeClass sizeClass : SizeClass.values()) {
      Map<Clock, MatchedPlan> clocks = new EnumMap<>(Clock.class);
      for (Clock clock : Clock.values()) {
        MatchedPlan matched = match.plan(sizeClass, clock);
        CopyPlan plan =
            matched.profile() == null ? PlanChoice.defaultPlan(PlanOptions.NONE) : matched.plan();
        clocks.put(clock, new MatchedPlan(plan, matched.profile(), matched.why()));
      }
      plans.put(sizeClass, clocks);
    }
    return plans;
  }
}

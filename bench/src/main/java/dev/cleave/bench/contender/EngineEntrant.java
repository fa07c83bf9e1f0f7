package dev.cleave.bench.contender;

import dev.cleave.bench.peer.PeerCommand;
import dev.cleave.bench.process.CopyCommandLine;
import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.contender.Contender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the engine's own contenders: {@code cleave copy} as a process. */
public final class EngineEntrant {
  public static final String PROFILE = "cleave profile";
  public static final String DEFAULT = "cleave default";
  public static final String SEQUENTIAL = "cleave sequential";

  private EngineEntrant() {}

  /**
   * A plain {@code cleave copy}, which finds its profile by itself.
   *
   * @param plan that the profile has for the file
   * @param environment that leads it to the same profiles
   */
  public static Entrant byProfile(CopyPlan plan, String version, Map<String, String> environment)
      throws IOException {
    return of(PROFILE, plan, version, List.of(), environment);
  }

  /** {@code cleave copy} by that plan, whatever profile there is. */
  public static Entrant byPlan(String name, CopyPlan plan, String version) throws IOException {
    return of(name, plan, version, CopyCommandLine.options(plan), Map.of());
  }

  private static Entrant of(
      String name,
      CopyPlan plan,
      String version,
      List<String> options,
      Map<String, String> environment)
      throws IOException {
    List<String> told = new ArrayList<>(options);
    told.addAll(List.of("--reflink=never", "--no-target-directory"));
    List<String> telling = new ArrayList<>(told);
    telling.add("--json"); // costs half a second of processor time
    CopyCommandLine line = CopyCommandLine.ofThisProcess();
    return new Entrant(
        new Contender(name, plan, version, "cleave copy " + String.join(" ", told) + " SRC DST"),
        command(line.words(told)),
        command(line.words(telling)),
        environment);
  }

  private static PeerCommand command(List<String> start) {
    return (source, target) -> {
      List<String> words = new ArrayList<>(start);
      words.add(source.toString());
      words.add(target.toString());
      return words;
    };
  }
}

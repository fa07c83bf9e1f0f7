package dev.cleave.reports.text;

import dev.cleave.tuner.contender.BenchRun;
import dev.cleave.tuner.contender.BenchSample;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.TuneRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A kind of warning that samples of a run have, which are used all the same.
 *
 * @param kind what stands before the warnings' colon, as {@code busy processors}
 * @param samples how many have it
 * @param of how many are used in all
 * @param holders whose samples they are
 * @param first what the first of the warnings says behind its colon; empty if nothing
 */
public record Doubt(String kind, int samples, int of, List<Holder> holders, String first) {
  /** Warnings without a colon are a kind each, and may be many. */
  private static final int MOST_KINDS = 6;

  private static final int MOST_NAMES = 8;

  public Doubt {
    holders = List.copyOf(holders);
  }

  /** A candidate or contender, and how many of its samples have the warning. */
  public record Holder(String name, int samples) {}

  /** A used sample with what it is warned of, by kind. */
  private record Warned(String name, Map<String, String> warnings) {
    static Warned of(String name, List<String> warnings) {
      Map<String, String> byKind = new LinkedHashMap<>();
      for (String warning : warnings) {
        String[] parts = warning.split(": ", 2);
        byKind.putIfAbsent(parts[0], parts.length > 1 ? parts[1] : "");
      }
      return new Warned(name, byKind);
    }
  }

  /** Those of a tune, in the order in which they came up. */
  public static List<Doubt> allOf(TuneRun run) {
    return allOf(
        run.samples().stream()
            .filter(Sample::isValid)
            .map(sample -> Warned.of(sample.candidate(), sample.warnings()))
            .toList());
  }

  /** Those of a bench. */
  public static List<Doubt> allOf(BenchRun run) {
    return allOf(
        run.samples().stream()
            .filter(BenchSample::isValid)
            .map(sample -> Warned.of(sample.contender(), sample.warnings()))
            .toList());
  }

  private static List<Doubt> allOf(List<Warned> used) {
    List<String> kinds =
        used.stream().flatMap(sample -> sample.warnings().keySet().stream()).distinct().toList();
    List<Doubt> doubts = new ArrayList<>();
    for (String kind : kinds.subList(0, Math.min(MOST_KINDS, kinds.size()))) {
      doubts.add(of(kind, used));
    }
    return List.copyOf(doubts);
  }

  private static Doubt of(String kind, List<Warned> used) {
    List<Warned> found = used.stream().filter(it -> it.warnings().containsKey(kind)).toList();
    Map<String, Integer> byName = new LinkedHashMap<>();
    found.forEach(sample -> byName.merge(sample.name(), 1, Integer::sum));
    List<Holder> holders =
        byName.entrySet().stream().map(it -> new Holder(it.getKey(), it.getValue())).toList();
    String first = found.getFirst().warnings().getOrDefault(kind, "");
    return new Doubt(kind, found.size(), used.size(), holders, first);
  }

  /** {@code busy processors in 14 of 84 samples (cp 8, dd 6), the first: …}. */
  public String sentence() {
    return kind
        + " in "
        + (samples == of ? "all " + of + " samples" : samples + " of " + of + " samples" + whose())
        + (first.isEmpty() ? "" : ", the first: " + first)
        + "; they are used all the same";
  }

  private String whose() {
    return holders.size() > MOST_NAMES
        ? " of " + holders.size() + " candidates"
        : holders.stream()
            .map(holder -> holder.name() + " " + holder.samples())
            .collect(Collectors.joining(", ", " (", ")"));
  }
}

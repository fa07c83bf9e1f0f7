package dev.cleave.tuner.profile;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.search.Verdict;

/**
 * One line of the index: the plan of a profile for one size class and clock.
 *
 * @param profile the profile's id
 */
public record IndexedPlan(
    String profile,
    ProfileKey key,
    SizeClass sizeClass,
    Clock clock,
    Verdict verdict,
    CopyPlan plan) {
  /**
   * The columns, in the order of a line. Later ones go to the end, where a reader of today stops.
   */
  static final String COLUMNS =
      "id\tsource\tdestination\tsizeClass\tclock\tverdict\t"
          + "backend\tsplitDepth\tchunkBytes\tqueueDepth\tworkers\tpreallocate";

  private static final int COLUMN_COUNT = 12;

  String toLine() {
    return String.join(
        "\t",
        profile,
        escape(key.source()),
        escape(key.destination()),
        sizeClass.toString(),
        clock.toString(),
        verdict.toString(),
        plan.backend().toString(),
        Integer.toString(plan.splitDepth()),
        Long.toString(plan.chunkBytes()),
        Integer.toString(plan.queueDepth()),
        Integer.toString(plan.workers()),
        Boolean.toString(plan.preallocate()));
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is none, or its plan is out of range
   */
  static IndexedPlan parse(String line) {
    String[] field = fields(line);
    if (!ProfileId.isValid(field[0])) {
      throw new IllegalArgumentException("no name of a profile: '" + field[0] + "'");
    }
    return new IndexedPlan(
        field[0],
        new ProfileKey(field[1].translateEscapes(), field[2].translateEscapes()),
        labelled(SizeClass.values(), field[3]),
        labelled(Clock.values(), field[4]),
        labelled(Verdict.values(), field[5]),
        new CopyPlan(
            labelled(BackendKind.values(), field[6]),
            Integer.parseInt(field[7]),
            Long.parseLong(field[8]),
            Integer.parseInt(field[9]),
            Integer.parseInt(field[10]),
            truth(field[11])));
  }

  private static String[] fields(String line) {
    String[] fields = new String[COLUMN_COUNT];
    int from = 0;
    for (int column = 0; column < COLUMN_COUNT; column++) {
      if (from > line.length()) {
        throw new IllegalArgumentException(column + " columns instead of " + COLUMN_COUNT);
      }
      int tab = line.indexOf('\t', from);
      int to = tab < 0 ? line.length() : tab;
      fields[column] = line.substring(from, to);
      from = to + 1;
    }
    return fields;
  }

  /** By label, since that is what JSON shows too. */
  private static <E extends Enum<E>> E labelled(E[] values, String label) {
    for (E value : values) {
      if (value.toString().equals(label)) {
        return value;
      }
    }
    throw new IllegalArgumentException("'" + label + "' is unknown here");
  }

  private static boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    }
    return text.equals("true");
  }

  /** What {@link String#translateEscapes} undoes: a name may hold tabs and line ends. */
  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}

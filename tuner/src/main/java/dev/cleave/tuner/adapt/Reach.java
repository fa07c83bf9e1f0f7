package dev.cleave.tuner.adapt;

import dev.cleave.engine.CopyPlan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The plans that moves lead to, however many: what a search is measured against. */
public final class Reach {
  private Reach() {}

  /**
   * All plans that can be reached, {@code start} first.
   *
   * @param fitting what becomes of a plan; one that becomes another isn't reached
   */
  public static Set<CopyPlan> of(CopyPlan start, UnaryOperator<CopyPlan> fitting, int mostTasks) {
    Set<CopyPlan> reached = new LinkedHashSet<>();
    Deque<CopyPlan> waiting = new ArrayDeque<>();
    waiting.add(start);
    while (!waiting.isEmpty()) {
      CopyPlan plan = waiting.remove();
      boolean tried = plan.tasks() <= mostTasks && SliceSize.isShort(plan);
      if (tried && fitting.apply(plan).equals(plan) && reached.add(plan)) {
        for (Move move : Move.values()) {
          waiting.add(move.applyTo(plan));
        }
      }
    }
    return reached;
  }
}

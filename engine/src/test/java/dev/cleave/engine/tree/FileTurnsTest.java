package dev.cleave.engine.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyListener;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.CopyPlans;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.options.CopyOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileTurnsTest {
  private static final CopyPlans FOUR_SMALL_TWO_LONGER =
      CopyPlans.all(CopyPlan.SEQUENTIAL.withWorkers(7))
          .with(SizeClass.SMALL, CopyPlan.SEQUENTIAL.withWorkers(4))
          .with(SizeClass.MEDIUM, CopyPlan.SEQUENTIAL.withWorkers(2));

  private final FileTurns turns =
      new FileTurns(
          new CopyRequest(
              List.of(item("a"), item("b")),
              FOUR_SMALL_TWO_LONGER,
              CopyOptions.DEFAULTS,
              CopyListener.NONE,
              new Cancellation()));

  @Test
  void asManySmallFilesMoveAtOnceAsTheirPlanHasWorkers() {
    assertEquals(4, turns.left(SizeClass.SMALL));
  }

  @Test
  void mediumAndLargeFilesShareTheTurnsOfMediumOnes() {
    try (var _ = turns.take(SizeClass.LARGE)) {
      assertEquals(1, turns.left(SizeClass.MEDIUM));
    }
    assertEquals(2, turns.left(SizeClass.LARGE));
  }

  @Test
  void longerFilesLeaveTheSmallOnesTheirTurns() {
    try (var _ = turns.take(SizeClass.MEDIUM);
        var _ = turns.take(SizeClass.MEDIUM)) {
      assertEquals(4, turns.left(SizeClass.SMALL));
    }
  }

  private static CopyItem item(String name) {
    return new CopyItem(BytePath.of(name), BytePath.of("to/" + name));
  }
}

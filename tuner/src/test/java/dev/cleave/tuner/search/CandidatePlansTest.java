package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CandidatePlansTest {
  private static final Set<BackendKind> ALL = EnumSet.allOf(BackendKind.class);

  @ParameterizedTest
  @EnumSource(names = "LARGE", mode = EnumSource.Mode.EXCLUDE)
  void doesNotSplitFilesThatTheEngineDoesNotSplit(SizeClass sizeClass) {
    assertThat(plans(CopyPlan.SEED, ALL, SearchHint.SOLID_STATE, sizeClass))
        .isNotEmpty()
        .allMatch(plan -> plan.splitDepth() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void beginsWithEveryBackendBeforeAnyKnobIsTurnedFurther(SearchHint hint) {
    List<CopyPlan> plans = plans(CopyPlan.SEQUENTIAL, ALL, hint, SizeClass.LARGE);

    assertThat(plans.subList(0, ALL.size()))
        .extracting(CopyPlan::backend)
        .containsExactlyInAnyOrderElementsOf(ALL);
  }

  @ParameterizedTest
  @EnumSource(names = {"SMALL", "MEDIUM"})
  void beginsWithTheWorkersOfTheUsualBackendWhereThereAreManyFiles(SizeClass sizeClass) {
    List<CopyPlan> plans = plans(CopyPlan.SEQUENTIAL, ALL, SearchHint.UNKNOWN, sizeClass);

    assertThat(plans.subList(0, 5))
        .allMatch(plan -> plan.backend() == BackendKind.NIO)
        .extracting(CopyPlan::workers)
        .containsExactly(1, 2, 4, 8, 16);
  }

  @ParameterizedTest
  @EnumSource
  void turnsTheQueueDepthOfRingsOnly(SizeClass sizeClass) {
    List<CopyPlan> plans = plans(CopyPlan.SEQUENTIAL, ALL, SearchHint.UNKNOWN, sizeClass);

    assertThat(plans)
        .allMatch(plan -> plan.queueDepth() == 1 || plan.backend().name().startsWith("URING"));
    assertThat(plans)
        .filteredOn(plan -> plan.backend() == BackendKind.URING)
        .allMatch(plan -> plan.queueDepth() > 1);
  }

  @Test
  void turnsWorkersWhereFilesAreNotSplitAndChunksWhereTheyAreLarger() {
    assertThat(plans(CopyPlan.SEQUENTIAL, ALL, SearchHint.UNKNOWN, SizeClass.LARGE))
        .allMatch(plan -> plan.workers() == 1);
    assertThat(plans(CopyPlan.SEQUENTIAL, ALL, SearchHint.UNKNOWN, SizeClass.MEDIUM))
        .extracting(CopyPlan::workers)
        .contains(1, 2, 4, 8, 16);
    assertThat(plans(CopyPlan.SEQUENTIAL, ALL, SearchHint.UNKNOWN, SizeClass.SMALL))
        .allMatch(plan -> plan.chunkBytes() == CopyPlan.SEQUENTIAL.chunkBytes());
  }

  @Test
  void triesLargeChunksOfDirectRequestsBeforeThoseOfBufferedOnes() {
    List<CopyPlan> large =
        plans(CopyPlan.SEQUENTIAL, ALL, SearchHint.UNKNOWN, SizeClass.LARGE).stream()
            .filter(plan -> plan.chunkBytes() == 16 * ByteSize.MIB)
            .toList();

    assertThat(large.subList(0, 4)).allMatch(plan -> plan.backend().name().endsWith("DIRECT"));
    assertThat(large).anyMatch(plan -> plan.backend() == BackendKind.NIO);
  }

  @Test
  void triesManyTasksFirstOnASolidStateDrive() {
    assertThat(
            plans(
                    CopyPlan.SEQUENTIAL,
                    Set.of(BackendKind.NIO),
                    SearchHint.SOLID_STATE,
                    SizeClass.LARGE)
                .getFirst()
                .splitDepth())
        .isEqualTo(2);
    assertThat(
            plans(
                    CopyPlan.SEQUENTIAL,
                    Set.of(BackendKind.NIO),
                    SearchHint.ROTATIONAL,
                    SizeClass.LARGE)
                .getFirst()
                .splitDepth())
        .isZero();
  }

  @Test
  void turnsPreallocationTheOtherWayRound() {
    assertThat(plans(CopyPlan.SEED, ALL, SearchHint.UNKNOWN, SizeClass.LARGE))
        .anyMatch(plan -> !plan.preallocate())
        .anyMatch(CopyPlan::preallocate);
  }

  @Test
  void theBackendOfTheBaselineTakesPartThoughItIsNotListed() {
    assertThat(
            plans(
                CopyPlan.SEQUENTIAL,
                Set.of(BackendKind.KERNEL),
                SearchHint.UNKNOWN,
                SizeClass.LARGE))
        .extracting(CopyPlan::backend)
        .contains(BackendKind.NIO, BackendKind.KERNEL);
  }

  private static List<CopyPlan> plans(
      CopyPlan baseline, Set<BackendKind> backends, SearchHint hint, SizeClass sizeClass) {
    return new CandidatePlans(baseline, backends, hint).of(sizeClass);
  }
}

package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.measure.Candidate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchSpaceTest {
  private static final Set<BackendKind> ALL = EnumSet.allOf(BackendKind.class);
  private static final Set<BackendKind> NIO = Set.of(BackendKind.NIO);
  private static final SearchLimits WIDE = new SearchLimits(ByteSize.GIB, 64, ByteSize.GIB);

  @ParameterizedTest
  @EnumSource
  void beginsWithTheBaselineAndItsTwinAndHoldsNoOtherPlanTwice(SizeClass sizeClass) {
    for (SearchHint hint : SearchHint.values()) {
      SearchSpace space = SearchSpace.of(sizeClass, CopyPlan.SEQUENTIAL, ALL, hint, WIDE);

      assertThat(names(space))
          .startsWith(Candidate.BASELINE, Candidate.TWIN)
          .doesNotHaveDuplicates();
      assertThat(space.candidates().subList(1, space.candidates().size()))
          .extracting(Candidate::plan)
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsASequentialPlanLongestUnlessItIsTheBaseline(SearchHint hint) {
    SearchSpace space = SearchSpace.of(SizeClass.LARGE, CopyPlan.SEED, ALL, hint, WIDE);

    assertThat(space.candidates().get(2).plan()).isEqualTo(CopyPlan.SEED.withSplitDepth(0));
  }

  @Test
  void namesEveryKnobThatIsTurned() {
    SearchSpace space =
        SearchSpace.around(
            CopyPlan.SEQUENTIAL,
            List.of(
                CopyPlan.SEQUENTIAL.withSplitDepth(2),
                CopyPlan.SEQUENTIAL.withBackend(BackendKind.URING_DIRECT).withQueueDepth(16),
                CopyPlan.SEQUENTIAL.withWorkers(8),
                CopyPlan.SEQUENTIAL.withChunkBytes(256 * ByteSize.KIB).withPreallocate(true)));

    assertThat(names(space))
        .containsExactly(
            "default",
            "default-twin",
            "nio-d2-c1MiB",
            "uring-direct-d0-c1MiB-q16",
            "nio-d0-c1MiB-w8",
            "nio-d0-c256KiB-p");
  }

  @Test
  void triesTheUsualChunksAtEverySplitDepthFirstWhereTheProbeKnowsNothing() {
    SearchLimits twoProcessors = new SearchLimits(ByteSize.GIB, 2, ByteSize.GIB);

    assertThat(
            names(
                SearchSpace.of(
                    SizeClass.LARGE, CopyPlan.SEQUENTIAL, NIO, SearchHint.UNKNOWN, twoProcessors)))
        .containsExactly(
            "default",
            "default-twin",
            "nio-d1-c1MiB",
            "nio-d0-c4MiB",
            "nio-d1-c4MiB",
            "nio-d2-c1MiB",
            "nio-d3-c1MiB",
            "nio-d2-c4MiB",
            "nio-d3-c4MiB",
            "nio-d0-c1MiB-p",
            "nio-d1-c1MiB-p",
            "nio-d0-c256KiB",
            "nio-d1-c256KiB",
            "nio-d2-c256KiB",
            "nio-d3-c256KiB",
            "nio-d0-c16MiB",
            "nio-d1-c16MiB",
            "nio-d2-c16MiB",
            "nio-d3-c16MiB");
  }

  @Test
  void holdsNoPlanBeyondTheLimits() {
    SearchLimits limits = new SearchLimits(16 * ByteSize.MIB, 1, 128 * ByteSize.MIB);

    SearchSpace space =
        SearchSpace.of(SizeClass.LARGE, CopyPlan.SEQUENTIAL, ALL, SearchHint.UNKNOWN, limits);

    assertThat(space.candidates())
        .extracting(Candidate::plan)
        .allMatch(plan -> PlanCost.bufferBytes(plan) <= 16 * ByteSize.MIB)
        .allMatch(plan -> plan.splitDepth() <= 2);
    assertThat(names(space)).contains("nio-d0-c16MiB", "nio-d2-c4MiB");
  }

  @Test
  void countsTheBuffersOfAllFilesInFlight() {
    SearchLimits limits = new SearchLimits(8 * ByteSize.MIB, 64, 64 * ByteSize.MIB);

    SearchSpace space =
        SearchSpace.of(SizeClass.MEDIUM, CopyPlan.SEQUENTIAL, NIO, SearchHint.UNKNOWN, limits);

    assertThat(names(space)).contains("nio-d0-c1MiB-w8", "nio-d0-c4MiB-w2");
    assertThat(names(space)).doesNotContain("nio-d0-c1MiB-w16", "nio-d0-c4MiB-w4");
  }

  @Test
  void leavesOutChunksThatNoFileFillsButNeverTheUsualOne() {
    SearchLimits tinyFiles = new SearchLimits(ByteSize.GIB, 64, 12 * ByteSize.KIB);

    assertThat(
            names(
                SearchSpace.of(
                    SizeClass.MEDIUM, CopyPlan.SEQUENTIAL, NIO, SearchHint.UNKNOWN, tinyFiles)))
        .containsExactly(
            "default",
            "default-twin",
            "nio-d0-c1MiB-w2",
            "nio-d0-c1MiB-w4",
            "nio-d0-c1MiB-w8",
            "nio-d0-c1MiB-w16");
  }

  @Test
  void needsSomethingToCompare() {
    assertThatThrownBy(() -> SearchSpace.around(CopyPlan.SEQUENTIAL, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a search needs the default, its twin and something to compare");
  }

  private static List<String> names(SearchSpace space) {
    return space.candidates().stream().map(Candidate::name).toList();
  }
}

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchSpaceTest {
  private static final SearchLimits WIDE = new SearchLimits(ByteSize.GIB, 64, ByteSize.GIB);

  @ParameterizedTest
  @EnumSource
  void beginsWithTheBaselineAndItsTwinAndHoldsNoOtherPlanTwice(SearchHint hint) {
    SearchSpace space = large(CopyPlan.SEQUENTIAL, hint, WIDE);

    assertThat(names(space)).startsWith(Candidate.BASELINE, Candidate.TWIN).doesNotHaveDuplicates();
    assertThat(space.candidates().subList(1, space.candidates().size()))
        .extracting(Candidate::plan)
        .doesNotHaveDuplicates()
        .hasSize(4 * 4 + 2); // split depths by chunks, and the other preallocation for two
  }

  @ParameterizedTest
  @EnumSource
  void keepsASequentialPlanLongestUnlessItIsTheBaseline(SearchHint hint) {
    SearchSpace space = large(CopyPlan.SEED, hint, WIDE);

    assertThat(space.candidates().get(2).plan()).isEqualTo(CopyPlan.SEED.withSplitDepth(0));
  }

  @Test
  void triesTheUsualChunksAtEverySplitDepthFirstWhereTheProbeKnowsNothing() {
    SearchLimits twoProcessors = new SearchLimits(ByteSize.GIB, 2, ByteSize.GIB);

    assertThat(names(large(CopyPlan.SEQUENTIAL, SearchHint.UNKNOWN, twoProcessors)))
        .startsWith(
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
            "nio-d0-c256KiB");
  }

  @Test
  void triesLowSplitDepthsFirstOnARotationalDisk() {
    assertThat(names(large(CopyPlan.SEQUENTIAL, SearchHint.ROTATIONAL, WIDE)))
        .startsWith("default", "default-twin", "nio-d1-c1MiB", "nio-d0-c4MiB", "nio-d1-c4MiB");
  }

  @Test
  void holdsNoPlanBeyondTheLimits() {
    SearchLimits limits = new SearchLimits(16 * ByteSize.MIB, 1, 128 * ByteSize.MIB);

    SearchSpace space = large(CopyPlan.SEQUENTIAL, SearchHint.UNKNOWN, limits);

    assertThat(space.candidates())
        .extracting(Candidate::plan)
        .allMatch(plan -> plan.tasks() * plan.chunkBytes() <= 16 * ByteSize.MIB)
        .allMatch(plan -> plan.splitDepth() <= 2);
    assertThat(names(space)).contains("nio-d0-c16MiB", "nio-d2-c4MiB");
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

  @ParameterizedTest
  @EnumSource(names = {"SMALL", "MEDIUM"})
  void splitsOnlyFilesThatCanBeSplit(SizeClass sizeClass) {
    SearchSpace space =
        SearchSpace.of(
            sizeClass,
            CopyPlan.SEQUENTIAL.withWorkers(2),
            EnumSet.allOf(BackendKind.class),
            SearchHint.SOLID_STATE,
            WIDE);

    assertThat(space.candidates())
        .extracting(Candidate::plan)
        .allMatch(plan -> plan.splitDepth() == 0)
        .extracting(CopyPlan::workers)
        .contains(1, 2, 4, 8, 16);
    assertThat(names(space)).contains("nio-d0-c1MiB-w8", "kernel-d0-c1MiB").doesNotHaveDuplicates();
  }

  @Test
  void turnsEachKnobWhereItCanMatter() {
    List<String> names =
        names(
            SearchSpace.of(
                SizeClass.LARGE,
                CopyPlan.SEQUENTIAL,
                EnumSet.allOf(BackendKind.class),
                SearchHint.UNKNOWN,
                WIDE));

    assertThat(names)
        .contains("direct-d0-c16MiB", "uring-d0-c1MiB-q16", "uring-direct-d1-c1MiB-q4")
        .noneMatch(name -> name.startsWith("nio") && name.contains("-q"));
  }

  private static SearchSpace large(CopyPlan baseline, SearchHint hint, SearchLimits limits) {
    return SearchSpace.of(SizeClass.LARGE, baseline, EnumSet.of(BackendKind.NIO), hint, limits);
  }
}

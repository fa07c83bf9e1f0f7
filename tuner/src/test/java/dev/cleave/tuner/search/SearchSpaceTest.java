package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchSpaceTest {
  private static final SearchLimits WIDE = new SearchLimits(ByteSize.GIB, 64, ByteSize.GIB);

  @ParameterizedTest
  @EnumSource
  void beginsWithTheBaselineAndItsTwinAndHoldsNoOtherPlanTwice(SearchHint hint) {
    SearchSpace space = SearchSpace.splitDepthByChunk(CopyPlan.SEQUENTIAL, hint, WIDE);

    assertThat(names(space)).startsWith(Candidate.BASELINE, Candidate.TWIN).doesNotHaveDuplicates();
    assertThat(space.candidates().subList(1, space.candidates().size()))
        .extracting(Candidate::plan)
        .doesNotHaveDuplicates()
        .hasSize((CopyPlan.MAX_SPLIT_DEPTH + 1) * 4);
  }

  @ParameterizedTest
  @EnumSource
  void keepsASequentialPlanLongestUnlessItIsTheBaseline(SearchHint hint) {
    SearchSpace space = SearchSpace.splitDepthByChunk(CopyPlan.SEED, hint, WIDE);

    assertThat(space.candidates().get(2).plan()).isEqualTo(CopyPlan.SEED.withSplitDepth(0));
    assertThat(space.candidates()).allMatch(candidate -> candidate.plan().preallocate());
  }

  @Test
  void triesTheUsualChunksAtEverySplitDepthFirstWhereTheProbeKnowsNothing() {
    SearchLimits twoProcessors = new SearchLimits(ByteSize.GIB, 2, ByteSize.GIB);

    assertThat(
            names(
                SearchSpace.splitDepthByChunk(
                    CopyPlan.SEQUENTIAL, SearchHint.UNKNOWN, twoProcessors)))
        .startsWith(
            "default",
            "default-twin",
            "nio-d0-c4MiB",
            "nio-d1-c1MiB",
            "nio-d1-c4MiB",
            "nio-d2-c1MiB",
            "nio-d2-c4MiB",
            "nio-d3-c1MiB",
            "nio-d3-c4MiB",
            "nio-d0-c256KiB")
        .hasSize(17);
  }

  @Test
  void triesLowSplitDepthsFirstOnARotationalDisk() {
    assertThat(
            names(SearchSpace.splitDepthByChunk(CopyPlan.SEQUENTIAL, SearchHint.ROTATIONAL, WIDE)))
        .startsWith(
            "default",
            "default-twin",
            "nio-d0-c4MiB",
            "nio-d0-c256KiB",
            "nio-d0-c16MiB",
            "nio-d1-c1MiB");
  }

  @Test
  void holdsNoPlanBeyondTheLimits() {
    SearchLimits limits = new SearchLimits(16 * ByteSize.MIB, 1, 128 * ByteSize.MIB);

    SearchSpace space =
        SearchSpace.splitDepthByChunk(CopyPlan.SEQUENTIAL, SearchHint.UNKNOWN, limits);

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
}

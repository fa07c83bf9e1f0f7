package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.ByteRange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionProgressTest {
  private static List<ByteRange> regions(int count) {
    List<ByteRange> regions = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      regions.add(new ByteRange(index * 100L, 100));
    }
    return regions;
  }

  @Test
  void showsEachRegionByItself() {
    List<ByteRange> regions = regions(3);
    RegionProgress progress = new RegionProgress(regions);
    progress.advanced(regions.get(0), 100);
    progress.advanced(regions.get(2), 20);
    progress.advanced(regions.get(2), 5);
    assertThat(progress.text()).isEqualTo("  regions 100% 0% 25%");
  }

  @Test
  void aRegionOfAnotherFileIsNoneOfThem() {
    RegionProgress progress = new RegionProgress(regions(2));
    progress.advanced(new ByteRange(50, 100), 50);
    assertThat(progress.text()).isEqualTo("  regions 0% 0%");
  }

  @Test
  void anEmptyRegionIsNoDivisionByZero() {
    assertThat(new RegionProgress(List.of(new ByteRange(0, 0))).text()).isEqualTo("  regions 0%");
  }

  @Test
  void manyRegionsAreOnlyCounted() {
    assertThat(new RegionProgress(regions(8)).text()).isEqualTo("  regions" + " 0%".repeat(8));
    assertThat(new RegionProgress(regions(9)).text()).isEqualTo("  (9 regions)");
  }
}

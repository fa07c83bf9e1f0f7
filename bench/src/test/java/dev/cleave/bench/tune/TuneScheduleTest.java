package dev.cleave.bench.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import java.util.List;
import org.junit.jupiter.api.Test;

class TuneScheduleTest {
  private static final List<CacheState> COLD = List.of(CacheState.COLD);

  @Test
  void aShortTuneDoesOneThingProperly() {
    TuneSchedule schedule = TuneSchedule.of(176, null, List.of(), COLD);

    assertThat(schedule.parts())
        .containsExactly(new TunePart(SizeClass.LARGE, CacheState.COLD, 176, Long.MAX_VALUE));
    assertThat(schedule.leftOut())
        .extracting(TunePart::sizeClass)
        .containsExactly(SizeClass.SMALL, SizeClass.MEDIUM);
  }

  @Test
  void aLongOneDividesTimeAndBytesEvenly() {
    TuneSchedule schedule = TuneSchedule.of(600, 3000L, List.of(), COLD);

    assertThat(schedule.parts())
        .extracting(TunePart::untilSeconds)
        .containsExactly(200.0, 400.0, 600.0);
    assertThat(schedule.parts())
        .extracting(TunePart::untilBytes)
        .containsExactly(1000L, 2000L, 3000L);
    assertThat(schedule.leftOut()).isEmpty();
  }

  @Test
  void whatIsAskedForTakesPartHoweverShortTheTime() {
    TuneSchedule schedule =
        TuneSchedule.of(
            60,
            null,
            List.of(SizeClass.MEDIUM, SizeClass.SMALL),
            List.of(CacheState.COLD, CacheState.WARM));

    assertThat(schedule.parts())
        .extracting(TunePart::toString)
        .containsExactly(
            "small files",
            "medium files",
            "small files in the page cache",
            "medium files in the page cache");
  }
}

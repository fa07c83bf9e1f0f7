package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ResourceUseTest {
  @Test
  void countsThreadsThatHaveEnded() throws Exception {
    ResourceUse before = ResourceUse.ofThisProcess();
    for (int i = 0; i < 20; i++) {
      Thread thread = Thread.ofPlatform().start(() -> {});
      thread.join(); // waits, which is a voluntary switch
    }
    ResourceUse used = ResourceUse.ofThisProcess().since(before);
    assertThat(used.voluntarySwitches()).isGreaterThanOrEqualTo(20);
    assertThat(used.involuntarySwitches()).isNotNegative();
  }

  @Test
  void countsTheProcessorTimeOfThisProcess() throws IOException {
    ResourceUse before = ResourceUse.ofThisProcess();
    long sum = 0;
    ResourceUse used = before;
    for (int i = 0; used.cpuSeconds() < before.cpuSeconds() + 0.02; i++) {
      sum += i;
      used = ResourceUse.ofThisProcess();
    }
    assertThat(sum).isNotNegative();
    assertThat(used.since(before).cpuSeconds()).isBetween(0.02, 10.0);
  }

  @Test
  void countsChildrenOnceTheyHaveEnded() throws Exception {
    ResourceUse before = ResourceUse.ofEndedChildren();
    Process child =
        new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done").start();
    child.waitFor();
    assertThat(ResourceUse.ofEndedChildren().since(before).cpuSeconds()).isPositive();
  }
}

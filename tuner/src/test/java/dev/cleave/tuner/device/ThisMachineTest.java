package dev.cleave.tuner.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold on any Linux. */
class ThisMachineTest {
  private final StorageProbe probe = StorageProbe.ofThisMachine();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/proc/self", "/dev/null", "/dev/shm", "/no/such/path", "."})
  void everyPathHasALeafAndAnIdentity(String path) {
    StorageStack stack = probe.probe(Path.of(path));

    assertThat(stack.leaves()).isNotEmpty();
    assertThat(stack.stack()).containsAll(stack.leaves());
    assertThat(stack.identity()).startsWith(stack.fileSystem()).doesNotContainAnyWhitespaces();
    assertThat(probe.identity(Path.of(path))).isEqualTo(stack.identity());
  }

  @Test
  void everyFactOfADiskHasAValueOrAReason() {
    for (BlockDevice leaf : probe.probe(Path.of("/")).leaves()) {
      assertThat(leaf.facts().values()).allSatisfy(fact -> assertThat(fact.source()).isNotEmpty());
    }
  }
}

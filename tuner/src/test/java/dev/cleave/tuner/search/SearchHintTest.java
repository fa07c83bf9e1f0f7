package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.DeviceClass;
import dev.cleave.tuner.device.Fact;
import dev.cleave.tuner.device.Mount;
import dev.cleave.tuner.device.StorageStack;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchHintTest {
  private static final Fact ROTATES = Fact.reported(true, "queue/rotational");
  private static final Fact STANDS = Fact.reported(false, "queue/rotational");
  private static final Mount MOUNT = new Mount("/srv", "/dev/vda", "254:0", List.of());
  private static final Fact UNKNOWN = Fact.unknown("no such file");

  @Test
  void isRotationalIfAnyLeafSaysSo() {
    assertThat(SearchHint.of(leaves(STANDS, ROTATES))).isEqualTo(SearchHint.ROTATIONAL);
    assertThat(SearchHint.of(leaves(UNKNOWN, ROTATES))).isEqualTo(SearchHint.ROTATIONAL);
  }

  @Test
  void isSolidStateOnlyIfEveryLeafSaysSo() {
    assertThat(SearchHint.of(leaves(STANDS, STANDS))).isEqualTo(SearchHint.SOLID_STATE);
    assertThat(SearchHint.of(leaves(STANDS, UNKNOWN))).isEqualTo(SearchHint.UNKNOWN);
  }

  private static StorageStack leaves(Fact... rotational) {
    List<BlockDevice> leaves =
        Arrays.stream(rotational)
            .map(fact -> new BlockDevice("vda", "disk", Map.of("rotational", fact)))
            .toList();
    return new StorageStack("/srv", MOUNT, "ext4", DeviceClass.UNKNOWN, leaves, leaves, "ext4@vda");
  }
}

package dev.cleave.tuner.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossCheckTest {
  @ParameterizedTest
  @CsvSource({
    "true,   100, vda reports that it rotates",
    "true,   999, take 999 µs",
    "false, 9000, vda reports that it doesn't rotate",
  })
  void saysWhatDoesNotFit(boolean rotational, long micros, String said) {
    StorageStack measured = CrossCheck.measured(stackOf(disk(rotational)), reading(micros));

    assertThat(CrossCheck.contradictions(measured)).singleElement().asString().contains(said);
    assertThat(measured.leaves().getFirst().fact("rotational").value()).isEqualTo(rotational);
  }

  @ParameterizedTest
  @CsvSource({"true, 8000", "true, 1000", "false, 100", "false, 3000"})
  void isQuietWhereBothFit(boolean rotational, long micros) {
    StorageStack measured = CrossCheck.measured(stackOf(disk(rotational)), reading(micros));

    assertThat(CrossCheck.contradictions(measured)).isEmpty();
  }

  @Test
  void keepsTheReasonWhereNothingCanBeRead() {
    StorageStack measured =
        CrossCheck.measured(stackOf(disk(true)), stack -> Fact.unknown("no file"));

    assertThat(measured.leaves().getFirst().fact("randomReadMicros").source()).isEqualTo("no file");
    assertThat(measured.stack()).containsAll(measured.leaves());
    assertThat(CrossCheck.contradictions(measured)).isEmpty();
  }

  @Test
  void speaksForTheLoopDeviceAndNotForTheDiskBelowIt() {
    BlockDevice loop =
        new BlockDevice("loop0", "loop", Map.of("rotational", Fact.reported(false, "x")));
    StorageStack stack = stackOf(loop, disk(true));

    StorageStack measured = CrossCheck.measured(stack, reading(10));

    assertThat(measured.leaves()).isEqualTo(stack.leaves());
    assertThat(measured.stack().getFirst().fact("randomReadMicros"))
        .isEqualTo(Fact.measured(10, "scripted"));
    assertThat(CrossCheck.contradictions(measured)).isEmpty();
  }

  @Test
  void hashesSerialNumbersInFactsAndIdentity() {
    BlockDevice disk =
        new BlockDevice(
            "vda",
            "disk",
            Map.of(
                "serial", Fact.reported("S.1", "serial"),
                "wwid", Fact.reported("naa.5002", "wwid")));

    StorageStack hashed = HashedSerials.in(stackOf(disk));

    assertThat(hashed.toString()).doesNotContain("S.1").doesNotContain("5002");
    assertThat(hashed.identity()).matches("ext4@naa\\.sha256-[0-9a-f]{16}");
    assertThat(hashed.leaves()).isEqualTo(HashedSerials.in(stackOf(disk)).leaves());
  }

  private static ReadTimer reading(long micros) {
    return stack -> Fact.measured(micros, "scripted");
  }

  private static BlockDevice disk(boolean rotational) {
    return new BlockDevice(
        "vda", "disk", Map.of("rotational", Fact.reported(rotational, "queue/rotational")));
  }

  private static StorageStack stackOf(BlockDevice... devices) {
    List<BlockDevice> stack = List.of(devices);
    List<BlockDevice> leaves = List.of(devices[devices.length - 1]);
    return new StorageStack(
        "/srv",
        new Mount("/", "/dev/vda", "254:0", List.of()),
        "ext4",
        DeviceClass.UNKNOWN,
        stack,
        leaves,
        StackIdentity.of("ext4", stack, leaves));
  }
}

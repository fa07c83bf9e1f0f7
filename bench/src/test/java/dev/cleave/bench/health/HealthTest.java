package dev.cleave.bench.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.DeviceClass;
import dev.cleave.tuner.device.Mount;
import dev.cleave.tuner.device.StorageStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With made-up tools and a made-up /sys. */
@Timeout(120)
class HealthTest {
  private static final String ADDRESS = "0000:01:00.0";

  @TempDir Path directory;
  private Path bin;
  private Path sys;
  private Path function;

  @BeforeEach
  void makeAMachineWithAnNvmeDrive() throws IOException {
    bin = Files.createDirectories(directory.resolve("bin"));
    sys = Files.createDirectories(directory.resolve("sys"));
    function = sys.resolve("devices/pci0000:00/0000:00:01.0/" + ADDRESS);
    Path drive = Files.createDirectories(function.resolve("nvme/nvme0/nvme0n1"));
    Files.createDirectories(sys.resolve("class/block"));
    Files.createSymbolicLink(sys.resolve("class/block/nvme0n1"), drive);
    pcieErrors(0);
    tool("smartctl", "exit 127");
    tool("dmesg", "echo '[1.0] nvme nvme0: 2/0/0 queues'; echo '[2.0] sda: no news'");
  }

  @Test
  void saysWhatGotWorseMeanwhile() throws IOException {
    tool("smartctl", json("{\"nvme_smart_health_information_log\": {\"media_errors\": 1}}"));
    HealthRecord begun = HealthRecord.begun(look());
    tool(
        "smartctl",
        json("{\"nvme_smart_health_information_log\": {\"media_errors\": 3}}") + "; exit 64");
    tool(
        "dmesg",
        "echo '[1.0] nvme nvme0: 2/0/0 queues'; echo '[2.0] sda: bad';"
            + " echo '[9.0] nvme nvme0: I/O timeout'; echo '[9.1] pcieport "
            + ADDRESS
            + ": AER: corrected'; echo '[9.2] I/O error, dev nvme0n1p2, sector 9';"
            + " echo '[9.3] nvme nvme01: another'");
    pcieErrors(7);

    HealthRecord ended = begun.ended(look());

    assertThat(ended.changes())
        .containsExactly(
            "nvme0n1: 0000:01:00.0 TOTAL_ERR_COR was 0 before the run and is 7",
            "nvme0n1: media_errors was 1 before the run and is 3",
            "nvme0n1: the kernel said: [9.0] nvme nvme0: I/O timeout",
            "nvme0n1: the kernel said: [9.1] pcieport 0000:01:00.0: AER: corrected",
            "nvme0n1: the kernel said: [9.2] I/O error, dev nvme0n1p2, sector 9");
  }

  @Test
  void saysNothingWhereNothingChanged() throws IOException {
    tool("smartctl", json("{\"smart_status\": {\"passed\": false}, \"temperature\": 1}"));

    assertThat(HealthRecord.begun(look()).ended(look()).changes()).isEmpty();
  }

  @Test
  void readsTheTableOfASataDrive() throws IOException {
    String before = "{\"ata_smart_attributes\": {\"table\": [%s, %s]}}";
    String hours = "{\"id\": 9, \"name\": \"Power_On_Hours\", \"raw\": {\"value\": %d}}";
    String crc = "{\"id\": 199, \"name\": \"UDMA_CRC_Error_Count\", \"raw\": {\"value\": %d}}";
    tool("smartctl", json(before.formatted(hours.formatted(5), crc.formatted(0))));
    HealthRecord begun = HealthRecord.begun(look());
    tool("smartctl", json(before.formatted(hours.formatted(6), crc.formatted(2))));

    assertThat(begun.ended(look()).changes())
        .containsExactly("nvme0n1: UDMA_CRC_Error_Count (199) was 0 before the run and is 2");
  }

  @Test
  void asksNvmeWhereSmartctlIsMissing() throws IOException {
    Files.delete(bin.resolve("smartctl"));
    tool(
        "nvme",
        "[ \"$*\" = 'smart-log --output-format=json /dev/nvme0n1' ] || exit 1;"
            + json("{\"critical_warning\": 0, \"media_errors\": 4}"));

    DeviceHealth health = look().devices().getFirst();

    assertThat(health.log().path("media_errors").asInt()).isEqualTo(4);
    assertThat(health.logOrigin()).endsWith("nvme smart-log --output-format=json /dev/nvme0n1");
  }

  @Test
  void saysWhyThereIsNoLog() throws IOException {
    assertThat(logOrigin("exit 2")).contains("smartctl");
    assertThat(logOrigin("echo no JSON")).contains("smartctl: ");
    assertThat(logOrigin(json("{\"smartctl\": {\"exit_status\": 1}}")))
        .startsWith("the device keeps none: ");
    Files.delete(bin.resolve("smartctl"));
    Files.delete(bin.resolve("dmesg"));
    DeviceHealth health = look().devices().getFirst();
    assertThat(health.logOrigin()).isEqualTo("smartctl is not installed");
    assertThat(health.kernelLogOrigin()).isEqualTo("dmesg is not installed");
  }

  @Test
  void waitsForNoToolThatHangsOrPrintsWithoutEnd() throws IOException {
    assertThat(logOrigin("sleep 1000", Duration.ofMillis(300))).contains("takes longer than 300");
    assertThat(logOrigin("sleep 100 & exit 0", Duration.ofMillis(300)))
        .isNotEmpty(); // it may be seen to end, or not
    assertThat(logOrigin("exec yes")).contains("prints more than");
  }

  @Test
  void readsWhatItWrote() throws IOException {
    tool("smartctl", json("{\"critical_warning\": 0}"));
    HealthRecord record = HealthRecord.begun(look()).ended(look());

    record.save(directory);

    assertThat(HealthRecord.in(directory)).isEqualTo(record);
    Files.writeString(directory.resolve("health.json"), "{");
    assertThat(HealthRecord.in(directory)).isNull();
  }

  private String logOrigin(String script) throws IOException {
    return logOrigin(script, Duration.ofSeconds(60));
  }

  private String logOrigin(String script, Duration longest) throws IOException {
    tool("smartctl", script);
    DeviceHealth health = look(longest).devices().getFirst();
    assertThat(health.log().isNull()).isTrue();
    return health.logOrigin();
  }

  private HealthLook look() {
    return look(Duration.ofSeconds(60));
  }

  private HealthLook look(Duration longest) {
    BlockDevice drive = new BlockDevice("nvme0n1", "disk", Map.of());
    Mount mount = new Mount("/", "/dev/nvme0n1p2", "259:2", List.of());
    StorageStack stack =
        new StorageStack(
            directory.toString(),
            mount,
            "ext4",
            DeviceClass.NVME,
            List.of(drive),
            List.of(drive),
            "ext4@nvme0n1");
    return HealthLook.at(stack, stack, sys, new BoundedTool("relative:" + bin, longest));
  }

  private void pcieErrors(int count) throws IOException {
    Files.writeString(
        function.resolve("aer_dev_correctable"), "RxErr 0\nTOTAL_ERR_COR " + count + "\njunk\n");
  }

  private static String json(String text) {
    return "printf '%s' '" + text + "'";
  }

  private void tool(String name, String script) throws IOException {
    Path file = bin.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}

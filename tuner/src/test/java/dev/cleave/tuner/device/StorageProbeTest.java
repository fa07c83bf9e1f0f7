package dev.cleave.tuner.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageProbeTest {
  private static final String NVME = "pci0000:00/0000:01:00.0/nvme/nvme0/nvme0n1";
  private static final String SATA =
      "pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block/";
  private static final String VIRTIO = "pci0000:00/0000:00:02.0/virtio1/block/";

  @TempDir Path directory;
  MachineFixture machine;

  @BeforeEach
  void anEmptyMachine() throws IOException {
    machine = new MachineFixture(directory);
  }

  @Test
  void nvmeBelowAPartition() throws IOException {
    nvme().rootMount("259:2", "ext4 /dev/nvme0n1p2 rw");

    StorageStack stack = stackOf("file");

    assertStack(stack, "nvme0n1p2 partition", "nvme0n1 disk");
    assertThat(stack.leaves()).extracting(BlockDevice::name).containsExactly("nvme0n1");
    assertThat(stack.deviceClass()).isEqualTo(DeviceClass.NVME);
    assertThat(stack.identity()).isEqualTo("ext4@S_5:pci-0000:01:00.0-n1");
    assertThat(stack.leaves().getFirst().fact("transport").value()).isEqualTo("nvme");
    assertThat(stack.stack().getFirst().fact("sizeBytes").value()).isEqualTo(524288L);
  }

  @Test
  void sataSsdByItsWwid() throws IOException {
    sata("sda", "8:0", "0").sysFile("sda", "device/wwid", "naa.5002");
    machine.rootMount("8:0", "xfs /dev/sda rw");

    StorageStack stack = stackOf("file");

    assertThat(stack.deviceClass()).isEqualTo(DeviceClass.SATA_SSD);
    assertThat(stack.identity()).isEqualTo("xfs@naa.5002");
  }

  @Test
  void hardDisk() throws IOException {
    sata("sda", "8:0", "1").rootMount("8:0", "xfs /dev/sda rw");

    assertThat(stackOf("file").deviceClass()).isEqualTo(DeviceClass.HDD);
    assertThat(stackOf("file").identity()).isEqualTo("xfs@pci-0000:00:17.0-ata1-0:0:0");
  }

  @Test
  void aScsiDiskThatDoesNotSayWhetherItRotatesHasNoClass() throws IOException {
    sata("sda", "8:0", "perhaps").rootMount("8:0", "xfs /dev/sda rw");

    assertThat(stackOf("file").deviceClass()).isEqualTo(DeviceClass.UNKNOWN);
  }

  @Test
  void aVirtualDiskIsNoHardDiskThoughItSaysThatItRotates() throws IOException {
    virtio().sysFile("vda", "queue/rotational", "1").rootMount("254:0", "ext4 /dev/vda rw");

    StorageStack stack = stackOf("file");

    assertThat(stack.deviceClass()).isEqualTo(DeviceClass.VIRTUAL);
    assertThat(stack.leaves().getFirst().fact("rotational").value()).isEqualTo(true);
    assertThat(stack.identity()).isEqualTo("ext4@pci-0000:00:02.0");
  }

  @Test
  void aScsiDiskOfVirtioIsVirtual() throws IOException {
    machine.disk("sda", "8:0", "pci0000:00/0000:00:04.0/virtio2/host2/2:0:1:0/block/sda");
    machine.sysFile("sda", "queue/rotational", "1").rootMount("8:0", "ext4 /dev/sda rw");

    assertThat(stackOf("file").deviceClass()).isEqualTo(DeviceClass.VIRTUAL);
  }

  @Test
  void loopOnAFileOnAVirtualDisk() throws IOException {
    virtio().rootMount("254:0", "ext4 /dev/vda rw").virtualDisk("loop0", "7:0");
    machine.sysFile("loop0", "loop/backing_file", machine.file("disk.img").toString());
    machine.mount("loop", "7:0", "xfs /dev/loop0 rw");

    StorageStack stack = stackOf("loop/file");

    assertStack(stack, "loop0 loop", "vda disk");
    assertThat(stack.fileSystem()).isEqualTo("xfs");
    assertThat(stack.deviceClass()).isEqualTo(DeviceClass.VIRTUAL);
    assertThat(stack.identity()).isEqualTo("xfs@loop@pci-0000:00:02.0");
    assertThat(stack.stack().getFirst().fact("backingFile").value())
        .isEqualTo(machine.path("disk.img").toString());
  }

  @Test
  void loopOnAFileThatIsGone() throws IOException {
    machine.rootMount("7:0", "ext4 /dev/loop0 rw").virtualDisk("loop0", "7:0");
    machine.sysFile("loop0", "loop/backing_file", machine.path("gone.img") + " (deleted)");

    StorageStack stack = stackOf("file");

    assertStack(stack, "loop0 loop", "loop0 unknown");
    assertThat(stack.deviceClass()).isEqualTo(DeviceClass.UNKNOWN);
    assertReason(stack, "not visible from here");
  }

  @Test
  void aLoopWhoseFileLiesOnItselfEnds() throws IOException {
    machine.rootMount("7:0", "ext4 /dev/loop0 rw").virtualDisk("loop0", "7:0");
    machine.sysFile("loop0", "loop/backing_file", machine.file("disk.img").toString());

    StorageStack stack = stackOf("file");

    assertThat(stack.deviceClass()).isEqualTo(DeviceClass.UNKNOWN);
    assertReason(stack, "lies on itself");
  }

  @Test
  void encryptionOnAPartition() throws IOException {
    nvme().virtualDisk("dm-0", "253:0").slaves("dm-0", "nvme0n1p2");
    machine.sysFile("dm-0", "dm/uuid", "CRYPT-LUKS2-0123-root");
    machine.rootMount("253:0", "ext4 /dev/mapper/root rw");

    StorageStack stack = stackOf("file");

    assertStack(stack, "dm-0 dm", "nvme0n1p2 partition", "nvme0n1 disk");
    assertThat(stack.deviceClass()).isEqualTo(DeviceClass.NVME);
    assertThat(stack.identity()).isEqualTo("ext4@crypt@S_5:pci-0000:01:00.0-n1");
  }

  @Test
  void aMirrorOfTwoDisks() throws IOException {
    sata("sda", "8:0", "0").sysFile("sda", "device/wwid", "naa.2");
    sata("sdb", "8:16", "0").sysFile("sdb", "device/wwid", "naa.1");
    machine.virtualDisk("md1", "9:1").slaves("md1", "sda", "sdb");
    machine.sysFile("md1", "md/level", "raid1").rootMount("9:1", "xfs /dev/md1 rw");

    StorageStack stack = stackOf("file");

    assertStack(stack, "md1 md", "sda disk", "sdb disk");
    assertThat(stack.leaves()).extracting(BlockDevice::name).containsExactly("sda", "sdb");
    assertThat(stack.deviceClass()).isEqualTo(DeviceClass.STACKED);
    assertThat(stack.identity()).isEqualTo("xfs@raid1@naa.1+naa.2");
  }

  @Test
  void twoPathsToOneDiskAreOneLeaf() throws IOException {
    nvme().partition("nvme0n1", "nvme0n1p3", "259:3");
    machine.virtualDisk("dm-0", "253:0").slaves("dm-0", "nvme0n1p2", "nvme0n1p3");
    machine.rootMount("253:0", "ext4 /dev/mapper/root rw");

    assertThat(stackOf("file").leaves()).extracting(BlockDevice::name).containsExactly("nvme0n1");
  }

  @Test
  void slavesThatLieOnEachOtherEnd() throws IOException {
    machine.virtualDisk("dm-0", "253:0").virtualDisk("dm-1", "253:1");
    machine.slaves("dm-0", "dm-1").slaves("dm-1", "dm-0");
    machine.rootMount("253:0", "ext4 /dev/mapper/root rw");

    assertReason(stackOf("file"), "dm-0 lies on itself");
  }

  @Test
  void btrfsByItsSourceSinceItsDeviceIsAnonymous() throws IOException {
    nvme().rootMount("0:33", "btrfs /dev/nvme0n1p2 rw,subvol=/@");

    assertStack(stackOf("file"), "nvme0n1p2 partition", "nvme0n1 disk");
  }

  @Test
  void btrfsOnAMappedDeviceByItsName() throws IOException {
    nvme().virtualDisk("dm-3", "253:3").slaves("dm-3", "nvme0n1p2");
    machine.sysFile("dm-3", "dm/name", "luks-1234");
    machine.rootMount("0:33", "btrfs /dev/mapper/luks-1234 rw");

    assertStack(stackOf("file"), "dm-3 dm", "nvme0n1p2 partition", "nvme0n1 disk");
  }

  @Test
  void twoDisksWithOneSerialNumberAreTwo() throws IOException {
    virtio().sysFile("vda", "serial", "overlayblk").rootMount("254:0", "ext4 /dev/vda rw");
    machine.disk("vdb", "254:16", "pci0000:00/0000:00:03.0/virtio2/block/vdb");
    machine.sysFile("vdb", "serial", "overlayblk").mount("b", "254:16", "ext4 /dev/vdb rw");

    assertThat(stackOf("file").identity()).isEqualTo("ext4@overlayblk:pci-0000:00:02.0");
    assertThat(stackOf("b").identity()).isEqualTo("ext4@overlayblk:pci-0000:00:03.0");
  }

  @Test
  void memory() throws IOException {
    virtio().rootMount("254:0", "ext4 /dev/vda rw").mount("tmp", "0:27", "tmpfs tmpfs rw,size=1k");

    StorageStack stack = stackOf("tmp/file");

    assertStack(stack, "tmpfs memory");
    assertThat(stack.deviceClass()).isEqualTo(DeviceClass.MEMORY);
    assertThat(stack.identity()).isEqualTo("tmpfs");
  }

  @Test
  void compressedMemoryIsMemory() throws IOException {
    machine.virtualDisk("zram0", "253:0").rootMount("253:0", "ext4 /dev/zram0 rw");

    assertStack(stackOf("file"), "zram0 memory");
    assertThat(stackOf("file").deviceClass()).isEqualTo(DeviceClass.MEMORY);
  }

  @Test
  void overlayByItsUpperDirectory() throws IOException {
    virtio().rootMount("254:0", "ext4 /dev/vda rw");
    String upper = Files.createDirectories(machine.path("layers/upper")).toString();
    machine.mount("merged", "0:50", "overlay overlay rw,lowerdir=/l,upperdir=" + upper);

    StorageStack stack = stackOf("merged/file");

    assertStack(stack, "overlay overlay", "vda disk");
    assertThat(stack.deviceClass()).isEqualTo(DeviceClass.VIRTUAL);
    assertThat(stack.identity()).isEqualTo("overlay@pci-0000:00:02.0");
  }

  @Test
  void undoesTheEscapesOfAnOverlaysMounter() throws IOException {
    virtio().rootMount("254:0", "ext4 /dev/vda rw");
    String upper = Files.createDirectories(machine.path("layers/up,per")).toString();
    String shown = upper.replace(",", "\\134\\054");
    machine.mount("merged", "0:50", "overlay overlay rw,upperdir=" + shown);

    assertStack(stackOf("merged/file"), "overlay overlay", "vda disk");
  }

  @Test
  void overlaysWhoseUpperDirectoryIsNotVisibleAreUnknown() throws IOException {
    machine.rootMount("0:50", "overlay overlay rw,upperdir=/no/such/upper");

    assertReason(stackOf("file"), "not visible from here: /no/such/upper");
    assertThat(stackOf("file").identity()).isEqualTo("overlay");
  }

  @Test
  void anOverlayUponItselfEnds() throws IOException {
    machine.rootMount("0:50", "overlay overlay rw,upperdir=" + machine.path(""));

    assertReason(stackOf("file"), "lies on itself");
  }

  @Test
  void network() throws IOException {
    virtio().rootMount("254:0", "ext4 /dev/vda rw");
    machine.mount("nfs", "0:60", "nfs4 server:/my\\040export rw,vers=4.2");

    StorageStack stack = stackOf("nfs/file");

    assertStack(stack, "server:/my export network");
    assertThat(stack.deviceClass()).isEqualTo(DeviceClass.NETWORK);
    assertThat(stack.identity()).isEqualTo("nfs4@server:/my_export");
  }

  @Test
  void onlyFuseOfKnownKindsIsNetwork() throws IOException {
    virtio().rootMount("254:0", "ext4 /dev/vda rw");
    machine.mount("ssh", "0:61", "fuse.sshfs me@host:/ rw");
    machine.mount("zip", "0:62", "fuse.archive some.zip rw");
    machine.mount("ntfs", "254:0", "fuseblk /dev/vda rw");

    assertThat(stackOf("ssh").deviceClass()).isEqualTo(DeviceClass.NETWORK);
    assertThat(stackOf("zip").deviceClass()).isEqualTo(DeviceClass.UNKNOWN);
    assertStack(stackOf("ntfs"), "vda disk");
  }

  @Test
  void withoutSysTheLeafIsUnknownButNamed() throws IOException {
    machine.rootMount("254:0", "ext4 /dev/vda rw");

    StorageStack stack = stackOf("file");

    assertStack(stack, "vda unknown");
    assertReason(stack, "no block device in /sys for /dev/vda 254:0");
    assertThat(stack.identity()).isEqualTo("ext4@vda");
  }

  @Test
  void aSourceCantLeadOutOfSys() throws IOException {
    machine.rootMount("../../..:0", "ext4 /dev/../../../tmp rw");

    assertThat(stackOf("file").deviceClass()).isEqualTo(DeviceClass.UNKNOWN);
  }

  @Test
  void withoutMountInfoAllIsUnknown() {
    StorageProbe probe = new StorageProbe(directory.resolve("none"), machine.sys());

    StorageStack stack = probe.probe(directory);

    assertThat(stack.path()).isEqualTo(directory.toString());
    assertThat(stack.identity()).isEqualTo("unknown");
    assertThat(probe.identity(directory)).isEqualTo("unknown");
    assertReason(stack, "unreadable: ");
  }

  @Test
  void followsSymbolicLinksAndTakesTheParentOfWhatIsNotThereYet() throws IOException {
    virtio().rootMount("254:0", "ext4 /dev/vda rw").mount("tmp", "0:27", "tmpfs tmpfs rw");
    Files.createSymbolicLink(machine.path("link"), machine.path("tmp"));

    assertThat(stackOf("link").fileSystem()).isEqualTo("tmpfs");
    assertThat(stackOf("link/no/such/file").fileSystem()).isEqualTo("tmpfs");
    assertThat(stackOf("no/such/file").fileSystem()).isEqualTo("ext4");
  }

  @Test
  void identityIsOneWord() throws IOException {
    virtio().sysFile("vda", "serial", "a\tb c\nd").rootMount("254:0", "ext4 /dev/vda rw");

    assertThat(stackOf("file").identity()).isEqualTo("ext4@a_b_c_d:pci-0000:00:02.0");
  }

  private MachineFixture nvme() throws IOException {
    machine.disk("nvme0n1", "259:0", NVME).partition("nvme0n1", "nvme0n1p2", "259:2");
    return machine.sysFile("nvme0n1", "device/serial", "S 5      ");
  }

  private MachineFixture sata(String name, String number, String rotational) throws IOException {
    return machine.disk(name, number, SATA + name).sysFile(name, "queue/rotational", rotational);
  }

  private MachineFixture virtio() throws IOException {
    return machine.disk("vda", "254:0", VIRTIO + "vda");
  }

  /** Also holds, for every machine of these tests, that both ways lead to one identity. */
  private StorageStack stackOf(String path) throws IOException {
    StorageProbe probe = machine.probe();
    StorageStack stack = probe.probe(machine.path(path));
    assertThat(probe.identity(machine.path(path))).isEqualTo(stack.identity());
    return stack;
  }

  private static void assertStack(StorageStack stack, String... namesAndKinds) {
    assertThat(stack.stack())
        .extracting(device -> device.name() + " " + device.kind())
        .containsExactly(namesAndKinds);
  }

  private static void assertReason(StorageStack stack, String reason) {
    assertThat(stack.leaves().getFirst().kind()).isEqualTo("unknown");
    assertThat(stack.leaves().getFirst().fact("device").source()).contains(reason);
  }
}

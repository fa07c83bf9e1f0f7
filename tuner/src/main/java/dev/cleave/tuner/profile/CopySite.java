package dev.cleave.tuner.profile;

import dev.cleave.tuner.device.MemorySize;
import dev.cleave.tuner.device.StorageProbe;
import java.nio.file.Path;

/**
 * What is known, when a copy starts, of where it goes and when: what profiles are compared with.
 *
 * @param fillPercent how full the destination's file system is; -1 if unknown
 * @param epochSecond now
 */
public record CopySite(ProfileKey key, int fillPercent, long epochSecond) {
  private static final Path PROC = Path.of("/proc");

  /** Two paths of this machine, looked at as briefly as matching allows. */
  public static CopySite of(Path source, Path destination, String kernelRelease, long epochSecond) {
    StorageProbe probe = StorageProbe.ofThisMachine();
    ProfileKey key =
        ProfileKey.of(
            probe.recognize(source),
            probe.recognize(destination),
            kernelRelease,
            MemorySize.bytes(PROC));
    return new CopySite(key, FillLevel.percent(destination), epochSecond);
  }

  /** Where there is no profile that it could be compared with. */
  public static CopySite unstudied(Path source, Path destination) {
    StorageProbe probe = StorageProbe.ofThisMachine();
    return new CopySite(
        ProfileKey.of(probe.identity(source), probe.identity(destination)), FillLevel.UNKNOWN, 0);
  }
}

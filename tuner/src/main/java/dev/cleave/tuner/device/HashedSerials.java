package dev.cleave.tuner.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A stack for other people's eyes: serial numbers and WWIDs give way to hashes, also in the
 * identity. Equal ones stay equal, so that exports can be compared; who knows a serial number can
 * still recognize it.
 */
public final class HashedSerials {
  private static final Set<String> SECRET = Set.of("serial", "wwid");
  private static final int HASH_BYTES = 8;

  private HashedSerials() {}

  public static StorageStack in(StorageStack stack) {
    List<BlockDevice> devices = stack.stack().stream().map(HashedSerials::in).toList();
    List<BlockDevice> leaves = stack.leaves().stream().map(HashedSerials::in).toList();
    return new StorageStack(
        stack.path(),
        stack.mount(),
        stack.fileSystem(),
        stack.deviceClass(),
        devices,
        leaves,
        StackIdentity.of(stack.fileSystem(), devices, leaves));
  }

  /**
   * The identity of a stack, without the stack: which of its leaves' words are serial numbers isn't
   * seen from it, so all of them give way.
   */
  public static String inIdentity(String identity) {
    int leaves = identity.lastIndexOf('@') + 1;
    return leaves == 0
        ? identity
        : identity.substring(0, leaves) + hashed(identity.substring(leaves));
  }

  private static BlockDevice in(BlockDevice device) {
    Map<String, Fact> facts = new LinkedHashMap<>(device.facts());
    for (String name : SECRET) {
      if (device.fact(name).value() instanceof String text) {
        facts.replace(name, Fact.reported(hashed(text), device.fact(name).source() + ", hashed"));
      }
    }
    return new BlockDevice(device.name(), device.kind(), facts);
  }

  /** The type of a WWID that is unique in the world stays: {@code naa.}, {@code eui.}, ... */
  private static String hashed(String text) {
    int type = StackIdentity.isWorldWide(text) ? text.indexOf('.') + 1 : 0;
    byte[] hash;
    try {
      hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    return text.substring(0, type) + "sha256-" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
  }
}

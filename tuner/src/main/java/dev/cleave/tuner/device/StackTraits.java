package dev.cleave.tuner.device;

import java.util.ArrayList;
import java.util.List;

/**
 * What a storage stack has in common with others, and what of it may change while it stays the same
 * stack. Every part is one word or a list of words, and empty where it isn't known.
 *
 * @param fileSystem its type, as {@code ext4}
 * @param mountOptions those that matter for the speed, sorted, with commas between them; {@code
 *     none} if there is none of them
 * @param model of the leaves, with {@code +} between them; empty unless all of them say it
 * @param deviceClass the leaves' class behind the layers above them, as {@code nvme}, {@code
 *     crypt@nvme}; of network storage the protocol is a layer: {@code nfs4@network}
 * @param firmware of the leaves, as the model
 * @param members of arrays and pools, as {@code 3} or {@code 3-1} with one of them missing
 */
public record StackTraits(
    String fileSystem,
    String mountOptions,
    String model,
    String deviceClass,
    String firmware,
    String members) {
  /** Nothing is known. */
  public static final StackTraits UNKNOWN = new StackTraits("", "", "", "", "", "");

  /** A part that a document doesn't have is unknown. */
  public StackTraits {
    fileSystem = known(fileSystem);
    mountOptions = known(mountOptions);
    model = known(model);
    deviceClass = known(deviceClass);
    firmware = known(firmware);
    members = known(members);
  }

  private static String known(String text) {
    return text == null ? "" : text;
  }

  public static StackTraits of(StorageStack stack) {
    return new StackTraits(
        stack.fileSystem(),
        DecisiveOptions.among(stack.mount().options()),
        ofLeaves(stack, "model"),
        deviceClass(stack),
        ofLeaves(stack, "firmware"),
        members(stack));
  }

  /** Of the mount options those that another file system may have too; empty if not known. */
  public String commonOptions() {
    return DecisiveOptions.common(mountOptions);
  }

  private static String ofLeaves(StorageStack stack, String fact) {
    List<String> words = new ArrayList<>();
    for (BlockDevice leaf : stack.leaves()) {
      if (!(leaf.fact(fact).value() instanceof String text)) {
        return "";
      }
      words.add(OneWord.of(text));
    }
    words.sort(null);
    return String.join("+", words);
  }

  private static String deviceClass(StorageStack stack) {
    if (stack.deviceClass() == DeviceClass.UNKNOWN) {
      return "";
    }
    List<String> parts = new ArrayList<>(StackIdentity.layers(stack.stack(), stack.leaves()));
    if (stack.deviceClass() == DeviceClass.NETWORK) {
      parts.addFirst(stack.fileSystem());
    }
    parts.add(stack.deviceClass().toString());
    return OneWord.of(String.join("@", parts));
  }

  private static String members(StorageStack stack) {
    List<String> counts = new ArrayList<>();
    for (BlockDevice device : stack.stack()) {
      if (device.fact("members").value() instanceof Long count) {
        Object missing = device.fact("missingMembers").value();
        boolean isWhole = missing == null || missing.equals(0L);
        counts.add(
            isWhole
                ? count.toString()
                : String.join("-", count.toString(), String.valueOf(missing)));
      }
    }
    return String.join(",", counts);
  }
}

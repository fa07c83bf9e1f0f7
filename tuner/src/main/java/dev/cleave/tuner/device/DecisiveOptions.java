package dev.cleave.tuner.device;

import java.util.ArrayList;
import java.util.List;

/**
 * The mount options that decide how fast a copy is: how and when data reaches the device, in what
 * layout, compressed or not, through which cache and protocol. The others, such as {@code relatime}
 * or {@code errors=}, change nothing that a plan could answer to.
 *
 * <p>From mount(8), ext4(5), xfs(5), btrfs(5), nfs(5), mount.cifs(8) and the kernel's documentation
 * of 9p, f2fs and tmpfs.
 */
final class DecisiveOptions {
  private static final String NONE = "none";

  private static final List<String> NAMES =
      List.of(
          "sync",
          "dirsync",
          "dax",
          // when data and metadata are written
          "data",
          "barrier",
          "nobarrier",
          "nodelalloc",
          "commit",
          "discard",
          // in what layout
          "allocsize",
          "sunit",
          "swidth",
          "stripe",
          "logbsize",
          "huge",
          "compress",
          "compress-force",
          "nodatacow",
          "nodatasum",
          "ssd",
          "nossd",
          // by what protocol and cache
          "vers",
          "proto",
          "rsize",
          "wsize",
          "nconnect",
          "cache",
          "msize",
          "noac",
          "direct_io");

  /** Those that mean the same on any file system; the rest is shown where it is the default too. */
  private static final List<String> COMMON =
      List.of("sync", "dirsync", "dax", "data", "compress", "compress-force");

  private DecisiveOptions() {}

  /**
   * Of the words that {@link #among} gave those that can be compared between two file systems;
   * empty if nothing is known. On the start-up path of a copy.
   */
  static String common(String decisive) {
    if (decisive.isEmpty()) {
      return "";
    }
    StringBuilder common = new StringBuilder();
    for (int from = 0; from < decisive.length(); ) {
      int comma = decisive.indexOf(',', from);
      int end = comma < 0 ? decisive.length() : comma;
      String option = decisive.substring(from, end);
      int equals = option.indexOf('=');
      if (COMMON.contains(equals < 0 ? option : option.substring(0, equals))) {
        common.append(common.isEmpty() ? "" : ",").append(option);
      }
      from = end + 1;
    }
    return common.isEmpty() ? NONE : common.toString();
  }

  /** Those among {@code options}, sorted; {@code none} if there is none. */
  static String among(List<String> options) {
    List<String> decisive = new ArrayList<>();
    for (String option : options) {
      int equals = option.indexOf('=');
      if (NAMES.contains(equals < 0 ? option : option.substring(0, equals))) {
        decisive.add(OneWord.of(option));
      }
    }
    decisive.sort(null);
    return decisive.isEmpty() ? NONE : String.join(",", decisive);
  }
}

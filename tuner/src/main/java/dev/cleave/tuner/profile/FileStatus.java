package dev.cleave.tuner.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What stat(2) says of a file. On the start-up path of a copy.
 *
 * @param mode type and permissions
 * @param user the owner's id
 * @param changedNanos when content, owner or permissions were last changed (ctime)
 */
record FileStatus(int mode, int user, long bytes, long changedNanos) {
  private static final int WRITABLE_BY_OTHERS = 022;
  private static final int ROOT = 0;

  /** That of a file, or of what a link leads to; null if there is none or it can't be told. */
  static @Nullable FileStatus of(Path path) {
    try {
      Map<String, Object> found = Files.readAttributes(path, "unix:mode,uid,size,ctime");
      FileTime changed = (FileTime) value(found, "ctime");
      return new FileStatus(
          (Integer) value(found, "mode"),
          (Integer) value(found, "uid"),
          (Long) value(found, "size"),
          changed.to(TimeUnit.NANOSECONDS));
    } catch (IOException e) {
      return null;
    }
  }

  private static Object value(Map<String, Object> attributes, String name) {
    return Objects.requireNonNull(attributes.get(name), name);
  }

  /** The id of the user that this process acts for; that of root if /proc doesn't say. */
  static int ownUser() {
    FileStatus self = of(Path.of("/proc/self"));
    return self == null ? ROOT : self.user();
  }

  /** Whether it belongs to another user, who isn't root either. */
  boolean isForeignTo(int ownUser) {
    return user != ownUser && user != ROOT;
  }

  boolean isWritableByOthers() {
    return (mode & WRITABLE_BY_OTHERS) != 0;
  }

  /** Why a user can't trust what is in it; empty if he can. */
  String distrust(int ownUser) {
    if (isForeignTo(ownUser)) {
      return "belongs to another user (uid " + user + "): not used";
    }
    return isWritableByOthers() ? "can be written by other users: not used until chmod go-w" : "";
  }
}

package dev.cleave.engine.options;

import dev.cleave.engine.BytePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which entries of a tree are left out: {@code --exclude} and {@code --include}, of which the first
 * whose pattern fits decides; without one an entry is copied. What the user named is never left
 * out, and nothing is in a directory that is.
 *
 * <p>A pattern without a slash is one of names, in any directory. One with a slash is one of whole
 * paths below what the user named; a slash at its start changes nothing else. A slash at the end
 * says that only directories fit. The rest is {@link Glob}'s.
 */
public final class NameFilter {
  public static final NameFilter NONE = new NameFilter(List.of());

  private final List<Rule> rules;
  private final boolean usesPaths;

  private record Rule(boolean excludes, Glob glob, boolean ofPaths, boolean ofDirectories) {
    static Rule of(boolean excludes, BytePath pattern) {
      boolean ofDirectories = pattern.endsWithSlash();
      byte[] bytes = pattern.withoutTrailingSlashes().bytes();
      boolean ofPaths = false;
      for (byte one : bytes) {
        ofPaths |= one == '/';
      }
      boolean leading = bytes.length > 0 && bytes[0] == '/';
      byte[] glob = leading ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
      try {
        return new Rule(excludes, Glob.of(glob), ofPaths, ofDirectories);
      } catch (IllegalArgumentException e) {
        String option = excludes ? "--exclude" : "--include";
        throw new IllegalArgumentException(
            "invalid pattern " + pattern.quoted() + " for " + option + ": " + e.getMessage(), e);
      }
    }

    boolean fits(BytePath below, boolean directory) {
      BytePath matched = ofPaths ? below : below.fileName();
      return (directory || !ofDirectories) && glob.matches(matched.bytes());
    }
  }

  private NameFilter(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    this.usesPaths = rules.stream().anyMatch(Rule::ofPaths);
  }

  /**
   * This filter, and for what it leaves undecided a rule that leaves out.
   *
   * @throws IllegalArgumentException if the pattern is empty or malformed
   */
  public NameFilter exclude(BytePath pattern) {
    return with(Rule.of(true, pattern));
  }

  /**
   * This filter, and for what it leaves undecided a rule that keeps.
   *
   * @throws IllegalArgumentException likewise
   */
  public NameFilter include(BytePath pattern) {
    return with(Rule.of(false, pattern));
  }

  private NameFilter with(Rule last) {
    List<Rule> all = new ArrayList<>(rules);
    all.add(last);
    return new NameFilter(all);
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Whether any rule looks at more than the last name. */
  public boolean usesPaths() {
    return usesPaths;
  }

  /**
   * Whether the entry is left out.
   *
   * @param below its path below what the user named; its name is enough unless {@link #usesPaths}
   */
  public boolean excludes(BytePath below, boolean directory) {
    for (Rule rule : rules) {
      if (rule.fits(below, directory)) {
        return rule.excludes();
      }
    }
    return false;
  }
}

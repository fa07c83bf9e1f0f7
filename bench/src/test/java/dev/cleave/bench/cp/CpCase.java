package dev.cleave.bench.cp;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One command line for cp, in the tree of zoo.sh. Words are quoted for bash, since Java can't pass
 * every byte to a process.
 *
 * @param asNobody whether it runs without privileges
 */
record CpCase(long number, List<String> words, String locale, boolean asNobody) {
  private static final List<String> OPTIONS =
      List.of(
          "-a",
          "-a",
          "-a",
          "-r",
          "-r",
          "-R",
          "-d",
          "-p",
          "-P",
          "-L",
          "-H",
          "-f",
          "-n",
          "-u",
          "-v",
          "-v",
          "-x",
          "-l",
          "-s",
          "-T",
          "-b",
          "-i",
          "-S.s",
          "-rL",
          "-dR",
          "--archive",
          "--attributes-only",
          "--backup",
          "--backup=numbered",
          "--backup=t",
          "--backup=simple",
          "--backup=existing",
          "--backup=none",
          "--copy-contents",
          "--no-dereference",
          "--dereference",
          "--force",
          "--link",
          "--no-clobber",
          "--no-preserve=mode",
          "--no-preserve=ownership",
          "--no-preserve=timestamps",
          "--no-preserve=links",
          "--no-preserve=all",
          "--preserve",
          "--preserve=mode",
          "--preserve=timestamps",
          "--preserve=links",
          "--preserve=all",
          "--preserve=xattr",
          "--preserve=ownership,mode",
          "--preserve=nothing",
          "--parents",
          "--par",
          "--recursive",
          "--rec",
          "--remove-destination",
          "--sparse=always",
          "--sparse=never",
          "--sparse=auto",
          "--strip-trailing-slashes",
          "--symbolic-link",
          "--suffix=.old",
          "--update",
          "--verbose",
          "--one-file-system",
          "--no-target-directory",
          "--reflink=never",
          "--reflink=auto",
          "--unknown",
          "--re");

  private static final List<String> SOURCES =
      List.of(
          "src",
          "src",
          "src",
          "src",
          "src/",
          "src/.",
          "src/one",
          "src/one",
          "src/sub",
          "src/sub/",
          "src/link",
          "src/link-to-directory",
          "src/link-to-directory/",
          "src/dangling",
          "src/seventy",
          "src/sparse",
          "src/script",
          "src/empty",
          "src/empty-file",
          "'src/with space'",
          "\"src/with space/it's\"",
          "$'src/new\\nline'",
          "$'src/\\xff\\xfe'",
          "new-file",
          "to-new-file",
          "old",
          "old/read-only",
          "old/linked",
          "old/linked-too",
          "missing",
          "missing/x",
          "dst/one",
          "src/sub/link-up",
          "''");

  private static final List<String> TARGETS =
      List.of(
          "dst",
          "dst",
          "dst",
          "dst/",
          "new",
          "new",
          "new",
          "new/",
          "new/x",
          "dst/one",
          "dst/link",
          "dst/dangling",
          "dst/to-old",
          "dst/to-old/",
          "dst/src",
          "src",
          "src/one",
          "src/sub",
          "src/sub/new",
          "old",
          "old/file",
          "old/file/",
          "old/read-only",
          "old/linked",
          "new-file",
          "to-new-file",
          ".",
          "src/one-again",
          "''");

  static CpCase random(long number, RandomGenerator random, boolean canBeNobody) {
    List<String> words = new ArrayList<>();
    int options = random.nextInt(5);
    for (int i = 0; i < options; i++) {
      words.add(one(OPTIONS, random));
    }
    int sources = random.nextInt(6) == 0 ? random.nextInt(4) : 1;
    for (int i = 0; i < sources; i++) {
      words.add(one(SOURCES, random));
    }
    if (random.nextInt(12) == 0) {
      words.add("-t");
    }
    words.add(one(TARGETS, random));
    String locale = random.nextBoolean() ? "C" : "C.UTF-8";
    return new CpCase(number, words, locale, canBeNobody && random.nextInt(3) == 0);
  }

  private static String one(List<String> words, RandomGenerator random) {
    return words.get(random.nextInt(words.size()));
  }

  /** What a shell runs, in the directory of the tree; the program comes as its arguments. */
  String script() {
    return "umask 022\nexport LC_ALL=" + locale + "\nexec \"$@\" " + String.join(" ", words) + "\n";
  }

  @Override
  public String toString() {
    return number + ": cp " + String.join(" ", words) + (asNobody ? " (nobody)" : "");
  }
}

package dev.cleave.bench.cp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All there is to know of a tree, a line a file: name, type, mode, owner, size, time, content,
 * attributes, and which names are one file. Times of the run itself are "now". By find(1) and
 * others, so that nothing of Cleave is its own judge.
 */
final class TreeListing {
  private static final String FIELDS = "%P\\t%y %m %U:%G %s ->%l\\t%T@\\t%i\\t%b\\0";

  private TreeListing() {}

  static List<String> of(Path tree, long startSeconds) throws IOException, InterruptedException {
    Map<String, String> firstOfInode = new HashMap<>();
    List<String> lines = new ArrayList<>();
    List<String> found = new ArrayList<>(List.of(find(tree).split("\0")));
    Collections.sort(found);
    for (String line : found) {
      String[] fields = line.split("\t", -1);
      String name = fields[0];
      boolean isDirectory = fields[1].startsWith("d");
      String time = Double.parseDouble(fields[2]) >= startSeconds ? "now" : fields[2];
      String same = firstOfInode.putIfAbsent(fields[3], name);
      String facts = isDirectory ? fields[1].replaceAll(" \\d+ ->", " ->") : fields[1];
      String sparse = Long.parseLong(fields[4]) * 512 < 200_000 ? "" : " dense";
      lines.add(name + "\t" + facts + "\t" + time + (same == null ? "" : "\tis " + same) + sparse);
    }
    lines.addAll(sorted(tree, "find . -type f -size -4096k -exec md5sum -z {} +", "\0"));
    lines.addAll(
        sorted(tree, "! hash getfattr 2>/dev/null || getfattr -R -P -h -d -m - . 2>&1", "\n\n"));
    return lines;
  }

  private static String find(Path tree) throws IOException, InterruptedException {
    return Shell.run(tree, "find . -printf '" + FIELDS + "'").out();
  }

  private static List<String> sorted(Path tree, String script, String separator)
      throws IOException, InterruptedException {
    List<String> parts = new ArrayList<>(List.of(Shell.run(tree, script).out().split(separator)));
    Collections.sort(parts);
    return parts;
  }
}

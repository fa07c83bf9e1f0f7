package dev.cleave.bench.peer;

import dev.cleave.bench.process.CopyCommandLine;
import java.util.ArrayList;
import java.util.List;

/** Java's own {@code Files.copy}, in a small JVM of its own. */
final class FilesCopyPeer implements Peer {
  @Override
  public Presence presence(SearchPath path) {
    List<String> java =
        CopyCommandLine.ofThisProcess().plainWords(FilesCopyProgram.class.getName());
    return new Presence.Present(
        "Java " + Runtime.version(),
        (source, target) -> {
          List<String> words = new ArrayList<>(java);
          words.add(source.toString());
          words.add(target.toString());
          return words;
        });
  }
}

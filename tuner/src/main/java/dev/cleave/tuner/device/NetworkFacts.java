package dev.cleave.tuner.device;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a mount says about storage on another machine, or on the host of this one. */
final class NetworkFacts {
  private static final String OPTIONS = "mount options";

  private NetworkFacts() {}

  static Map<String, Fact> of(MountLine line, Path sysRoot) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    facts.put("server", server(line.mount().source()));
    facts.put("serverAddress", option(line, "addr"));
    facts.put("protocolVersion", option(line, "vers", "version"));
    facts.put("transport", option(line, "proto", "trans"));
    facts.put("readBytes", option(line, "rsize", "msize"));
    facts.put("writeBytes", option(line, "wsize", "msize"));
    facts.put("cache", option(line, "cache"));
    Path readAhead =
        sysRoot.resolve("class/bdi").resolve(line.mount().device()).resolve("read_ahead_kb");
    facts.put("readAheadKb", new SysFile(readAhead).number());
    return facts;
  }

  /**
   * {@code host:/export}, {@code [fe80::1]:/export}, {@code user@host:/} or {@code //host/share}.
   */
  private static Fact server(String source) {
    if (source.startsWith("//") && source.indexOf('/', 2) > 2) {
      return Fact.reported(source.substring(2, source.indexOf('/', 2)), "mount source");
    }
    int end = source.indexOf(":/");
    return end > 0
        ? Fact.reported(source.substring(0, end), "mount source")
        : Fact.unknown("the mount's source names none: " + OneWord.of(source));
  }

  private static Fact option(MountLine line, String... names) {
    for (String name : names) {
      String value = line.option(name);
      if (value != null && !value.isEmpty()) {
        return Fact.reported(value, OPTIONS);
      }
    }
    return Fact.unknown("not among the mount options: " + String.join(", ", names));
  }
}

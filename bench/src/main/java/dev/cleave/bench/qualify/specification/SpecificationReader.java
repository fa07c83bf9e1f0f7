package dev.cleave.bench.qualify.specification;

import dev.cleave.bench.qualify.specification.FactRequirement.FactKind;
import dev.cleave.engine.ByteSize;
import dev.cleave.tuner.qualify.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a specification, and refuses what can't be meant or can't be decided. */
public final class SpecificationReader {
  /** The largest of the shipped ones has 4 KiB. */
  public static final long MOST_BYTES = 256 * ByteSize.KIB;

  private static final int VERSION = 1;
  private static final int MOST_REQUIREMENTS = 200;
  private static final List<String> KEYS =
      List.of(
          "qualify",
          "name",
          "write-budget",
          "control-group-limits",
          "fio",
          "undecided",
          "device",
          "requirements");

  private final String file;

  private SpecificationReader(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws SpecificationException if it is no specification
   * @throws IOException if it can't be read
   */
  public static Specification read(Path path) throws IOException, SpecificationException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes((int) MOST_BYTES + 1); // a device or pipe has no size to ask for
    }
    if (bytes.length > MOST_BYTES) {
      throw new SpecificationException(
          path.toString(), 1, 1, "too large for a specification: over " + new ByteSize(MOST_BYTES));
    }
    return parse(path.toString(), text(path, bytes));
  }

  private static String text(Path path, byte[] bytes) throws SpecificationException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new SpecificationException(path.toString(), 1, 1, "not UTF-8 text");
    }
  }

  /**
   * Reads a text.
   *
   * @param file what messages call it
   */
  public static Specification parse(String file, String text) throws SpecificationException {
    return new SpecificationReader(file).specification(YamlTree.parse(file, text), text);
  }

  private Specification specification(YamlNode root, String text) throws SpecificationException {
    MappingReader top = MappingReader.of(file, root, "a specification", KEYS);
    if (top.count("qualify", 0, VERSION) != VERSION) {
      throw top.wrong("qualify", "the first line must be 'qualify: 1', the version of the format");
    }
    Double budget = top.quantity("write-budget", Unit.SIZE);
    List<Requirement> requirements = requirements(top);
    requireBudget(top, budget, requirements);
    return new Specification(
        top.text("name"),
        budget == null ? null : budget.longValue(),
        choice(top, "control-group-limits", "accept", "invalidate", false),
        choice(top, "fio", "auto", "never", true),
        choice(top, "undecided", "measure-on", "leave", true),
        facts(top),
        requirements,
        text);
  }

  private static boolean choice(
      MappingReader from, String key, String yes, String no, boolean otherwise)
      throws SpecificationException {
    String word = from.textOr(key, otherwise ? yes : no);
    if (!word.equals(yes) && !word.equals(no)) {
      throw from.wrong(key, key + " is " + yes + " or " + no + ", not '" + word + "'");
    }
    return word.equals(yes);
  }

  private List<FactRequirement> facts(MappingReader top) throws SpecificationException {
    YamlNode node = top.node("device");
    if (node == null) {
      return List.of();
    }
    List<String> keys = Stream.of(FactKind.values()).map(FactKind::toString).toList();
    MappingReader device = MappingReader.of(file, node, "a device", keys);
    List<FactRequirement> facts = new ArrayList<>();
    for (FactKind kind : FactKind.values()) {
      String key = kind.toString();
      if (device.has(key)) {
        String wanted = device.text(key);
        if (kind == FactKind.LINK && !FactRequirement.isLink(wanted)) {
          throw device.wrong(
              key, "a link is written as '16 GT/s x4' or '6 Gbps', not '" + wanted + "'");
        }
        facts.add(new FactRequirement(key, kind, wanted));
      }
    }
    return facts;
  }

  private List<Requirement> requirements(MappingReader top) throws SpecificationException {
    List<Requirement> requirements = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<YamlNode> items = top.items("requirements");
    if (items.size() > MOST_REQUIREMENTS) {
      throw top.wrong("requirements", "more than " + MOST_REQUIREMENTS + " requirements");
    }
    for (YamlNode item : items) {
      MappingReader one = MappingReader.of(file, item, "a requirement", RequirementReader.KEYS);
      Requirement requirement = RequirementReader.read(one);
      if (!names.add(requirement.name())) {
        throw one.wrong("name", "another requirement is called '" + requirement.name() + "'");
      }
      requirements.add(requirement);
    }
    return requirements;
  }

  /** Laying out a file is written as well, and so is what must be before "sustained" begins. */
  private static void requireBudget(
      MappingReader top, @Nullable Double budget, List<Requirement> requirements)
      throws SpecificationException {
    long least =
        requirements.stream()
            .collect(Collectors.toMap(Requirement::workload, WriteNeed::leastBytes, Math::max))
            .values()
            .stream()
            .mapToLong(Long::longValue)
            .sum();
    if (budget != null && budget < least) {
      throw top.wrong(
          "write-budget",
          "these requirements write "
              + new ByteSize(least)
              + " at least, and the budget is "
              + new ByteSize(budget.longValue()));
    }
  }
}

package dev.cleave.bench.qualify.specification;

import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.qualify.QualifyVerdict;
import dev.cleave.tuner.qualify.RequirementResult;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a device has to be.
 *
 * @param key as in the specification
 * @param wanted a name with {@code *} and {@code ?}, or a link
 */
public record FactRequirement(String key, FactKind kind, String wanted) {
  private static final Pattern LINK =
      Pattern.compile("([0-9]{1,4}(?:\\.[0-9]{1,3})?) (GT/s|Gbps)(?: x([0-9]{1,3}))?");

  /** Facts that can be asked for. */
  public enum FactKind {
    CLASS("class", ""),
    FILE_SYSTEM("file-system", ""),
    MODEL("model", "model"),
    VENDOR("vendor", "vendor"),
    FIRMWARE("firmware", "firmware"),
    TRANSPORT("transport", "transport"),
    SCHEDULER("scheduler", "scheduler"),
    WRITE_CACHE("write-cache", "writeCache"),
    /** Speed x width, at least. */
    LINK("link", "link");

    private final String label;
    private final String fact;

    FactKind(String label, String fact) {
      this.label = label;
      this.fact = fact;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  static boolean isLink(String text) {
    return LINK.matcher(text).find();
  }

  /** Held against each of the stack's leaves. */
  public RequirementResult judge(StorageStack stack) {
    List<String> found = new ArrayList<>();
    QualifyVerdict verdict = QualifyVerdict.PASS;
    for (String value : values(stack)) {
      found.add(value.isEmpty() ? "unknown" : value);
      verdict = QualifyVerdict.overall(List.of(verdict, judge(value)));
    }
    return new RequirementResult(
        "device " + key,
        verdict,
        "device",
        key,
        null,
        "whole",
        null,
        null,
        null,
        null,
        null,
        "",
        null,
        null,
        null,
        "it is " + String.join(", ", found) + "; wanted is " + wanted);
  }

  private QualifyVerdict judge(String value) {
    if (value.isEmpty()) {
      return QualifyVerdict.INCONCLUSIVE;
    }
    boolean fits = kind == FactKind.LINK ? isAsFast(value) : new Wildcard(wanted).matches(value);
    return fits ? QualifyVerdict.PASS : QualifyVerdict.FAIL;
  }

  private boolean isAsFast(String value) {
    Matcher is = LINK.matcher(value);
    Matcher must = LINK.matcher(wanted);
    return is.find()
        && must.find()
        && is.group(2).equals(must.group(2))
        && Double.parseDouble(is.group(1)) >= Double.parseDouble(must.group(1))
        && width(is) >= width(must);
  }

  private static int width(Matcher link) {
    return link.group(3) == null ? 1 : Integer.parseInt(link.group(3));
  }

  private List<String> values(StorageStack stack) {
    return switch (kind) {
      case CLASS -> List.of(stack.deviceClass().toString());
      case FILE_SYSTEM -> List.of(stack.fileSystem());
      default -> stack.leaves().stream().map(this::value).toList();
    };
  }

  private String value(BlockDevice leaf) {
    @Nullable Object value = leaf.fact(kind.fact).value();
    return value == null ? "" : value.toString().strip();
  }
}

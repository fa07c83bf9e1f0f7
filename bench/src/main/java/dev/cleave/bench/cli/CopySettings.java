package dev.cleave.bench.cli;

import dev.cleave.bench.cli.CopyArguments.Wish;
import dev.cleave.engine.BytePath;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.CopyOptionsBuilder;
import dev.cleave.engine.options.FileContent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the options of a {@code copy} that were taken so far amount to. */
final class CopySettings {
  private final Console console;
  private final LocaleQuote quotes;
  private final CopyOptionsBuilder options = CopyOptions.builder();
  private final PreserveList preserve = new PreserveList();
  private final Replacing replacing = new Replacing();
  private final Set<FileContent> contents = EnumSet.noneOf(FileContent.class);
  private Placement placement = Placement.NORMAL;
  private PlanOptions plan = PlanOptions.NONE;
  private Speech speech = Speech.NORMAL;
  private @Nullable String profile;
  private boolean noProfile;
  private @Nullable TuneFirst tuneFirst;
  private boolean adapt;
  private boolean dryRun;
  private Wish wish = Wish.COPY;

  CopySettings(Console console) {
    this.console = console;
    this.quotes = LocaleQuote.of(console.environment());
  }

  /**
   * All of them, and what is to be copied.
   *
   * @throws CommandException if they contradict each other; in cp's words, and cp's order
   */
  CopyArguments with(List<BytePath> operands) throws CommandException {
    CopyOptions meaning = wish == Wish.COPY ? meaning() : CopyOptions.DEFAULTS;
    return new CopyArguments(
        wish, dryRun, operands, placement, meaning, plan, speech, noProfile, profile, tuneFirst,
        adapt);
  }

  private CopyOptions meaning() throws CommandException {
    if (contents.contains(FileContent.HARD_LINK) && contents.contains(FileContent.SYMBOLIC_LINK)) {
      throw CommandException.wrongUsage("cannot make both hard and symbolic links");
    }
    if (tuneFirst != null && (noProfile || profile != null)) {
      throw CommandException.wrongUsage(
          "--tune-first looks for the profile that fits; leave out --profile and --no-profile");
    }
    replacing.refuseContradictions();
    refuseContradictions();
    replacing.applyTo(options, console);
    if (preserve.requiresContext() && !Selinux.isEnabled()) {
      throw CommandException.failed(
          "cannot preserve security context without an SELinux-enabled kernel");
    }
    return options.preserve(preserve.options()).content(content()).build();
  }

  private void refuseContradictions() throws CommandException {
    try {
      options.build();
    } catch (IllegalArgumentException e) {
      throw CommandException.wrongUsage(String.valueOf(e.getMessage()));
    }
  }

  /** A link has no data to do without. */
  private FileContent content() {
    for (FileContent link : List.of(FileContent.HARD_LINK, FileContent.SYMBOLIC_LINK)) {
      if (contents.contains(link)) {
        return link;
      }
    }
    return contents.isEmpty() ? FileContent.DATA : FileContent.ATTRIBUTES_ONLY;
  }

  /**
   * {@code -Z} and {@code --context}: without SELinux nothing, and a warning if a context is named.
   *
   * @throws CommandException where files have contexts, since that takes libselinux
   */
  void securityContext(String context) throws CommandException {
    if (Selinux.isEnabled()) {
      throw CommandException.failed(
          "can't set security contexts; leave out -Z and --context, and run restorecon or chcon");
    }
    if (!context.isEmpty()) {
      console.say("warning: ignoring --context; it requires an SELinux-enabled kernel");
    }
  }

  void content(FileContent value) {
    contents.add(value);
  }

  CopyOptionsBuilder options() {
    return options;
  }

  PreserveList preserve() {
    return preserve;
  }

  Replacing replacing() {
    return replacing;
  }

  LocaleQuote quotes() {
    return quotes;
  }

  Placement placement() {
    return placement;
  }

  void placement(Placement value) {
    placement = value;
  }

  PlanOptions plan() {
    return plan;
  }

  void plan(PlanOptions value) {
    plan = value;
  }

  Speech speech() {
    return speech;
  }

  void speech(Speech value) {
    speech = value;
  }

  void profile(String name) {
    profile = name;
  }

  void noProfile() {
    noProfile = true;
  }

  void tuneFirst(TuneFirst value) {
    tuneFirst = value;
  }

  void adapt() {
    adapt = true;
  }

  void dryRun() {
    dryRun = true;
  }

  Wish wish() {
    return wish;
  }

  void wish(Wish value) {
    wish = value;
  }
}

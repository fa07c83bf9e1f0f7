package dev.cleave.bench.cli;

import dev.cleave.bench.cli.CopyArguments.Wish;
import dev.cleave.bench.cli.GnuOptions.Spelling;
import dev.cleave.bench.cli.GnuOptions.Value;
import dev.cleave.engine.options.CopyOptionsBuilder;
import dev.cleave.engine.options.Dereference;
import dev.cleave.engine.options.FileContent;
import dev.cleave.engine.options.ReflinkMode;
import dev.cleave.engine.options.SparseMode;
import dev.cleave.engine.options.UpdateMode;
import java.util.List;

/** The options of GNU cp, those of versions after the one that is installed included. */
enum CpOption implements CopyOption {
  ARCHIVE("a", Value.NONE, "archive"),
  ATTRIBUTES_ONLY("", Value.NONE, "attributes-only"),
  BACKUP("b", Value.optional(""), "backup"),
  COPY_CONTENTS("", Value.NONE, "copy-contents"),
  DEBUG("", Value.NONE, "debug"),
  DEREFERENCE("L", Value.NONE, "dereference"),
  DEREFERENCE_NAMED("H", Value.NONE),
  NO_DEREFERENCE_KEEPING_LINKS("d", Value.NONE),
  FORCE("f", Value.NONE, "force"),
  INTERACTIVE("i", Value.NONE, "interactive"),
  LINK("l", Value.NONE, "link"),
  NO_CLOBBER("n", Value.NONE, "no-clobber"),
  NO_DEREFERENCE("P", Value.NONE, "no-dereference"),
  NO_PRESERVE("", Value.REQUIRED, "no-preserve"),
  NO_TARGET_DIRECTORY("T", Value.NONE, "no-target-directory"),
  ONE_FILE_SYSTEM("x", Value.NONE, "one-file-system"),
  PARENTS("", Value.NONE, "parents", "path"),
  PRESERVE("p", Value.optional("mode,ownership,timestamps"), "preserve"),
  RECURSIVE("rR", Value.NONE, "recursive"),
  REMOVE_DESTINATION("", Value.NONE, "remove-destination"),
  SPARSE("", Value.REQUIRED, "sparse"),
  REFLINK("", Value.optional("always"), "reflink"),
  STRIP_TRAILING_SLASHES("", Value.NONE, "strip-trailing-slashes"),
  SUFFIX("S", Value.REQUIRED, "suffix"),
  SYMBOLIC_LINK("s", Value.NONE, "symbolic-link"),
  TARGET_DIRECTORY("t", Value.REQUIRED, "target-directory"),
  UPDATE("u", Value.optional("older"), "update"),
  VERBOSE("v", Value.NONE, "verbose"),
  KEEP_DIRECTORY_SYMLINK("", Value.NONE, "keep-directory-symlink"),
  CONTEXT("Z", Value.optional(""), "context"),
  /** The letter is ours: cp has none for it. */
  HELP("h", Value.NONE, "help"),
  VERSION("", Value.NONE, "version");

  private static final Choice<SparseMode> SPARSE_MODES =
      Choice.of("--sparse", SparseMode.NEVER, SparseMode.AUTO, SparseMode.ALWAYS);
  private static final Choice<ReflinkMode> REFLINK_MODES =
      Choice.of("--reflink", ReflinkMode.values());
  private static final Choice<UpdateMode> UPDATE_MODES = Choice.of("--update", UpdateMode.values());

  private final Spelling spelling;

  CpOption(String letters, Value value, String... names) {
    spelling = new Spelling(letters, value, List.of(names));
  }

  @Override
  public Spelling spelling() {
    return spelling;
  }

  /** {@code --d} was {@code --dereference} before cp 9.3 had another name that begins so. */
  @Override
  public boolean yields() {
    return this == DEBUG;
  }

  @Override
  public void applyTo(CopySettings settings, String value) throws CommandException {
    CopyOptionsBuilder options = settings.options();
    switch (this) {
      case ARCHIVE -> archive(settings);
      case ATTRIBUTES_ONLY -> settings.content(FileContent.ATTRIBUTES_ONLY);
      case BACKUP -> settings.replacing().backup(value);
      case COPY_CONTENTS -> options.copyContents(true);
      case DEBUG -> settings.speech(settings.speech().withDebug());
      case DEREFERENCE -> options.dereference(Dereference.ALWAYS);
      case DEREFERENCE_NAMED -> options.dereference(Dereference.NAMED);
      case NO_DEREFERENCE_KEEPING_LINKS -> {
        options.dereference(Dereference.NEVER);
        settings.preserve().keepLinks();
      }
      case FORCE -> settings.replacing().force();
      case INTERACTIVE -> settings.replacing().ask();
      case LINK -> settings.content(FileContent.HARD_LINK);
      case NO_CLOBBER -> settings.replacing().never();
      case NO_DEREFERENCE -> options.dereference(Dereference.NEVER);
      case NO_PRESERVE -> settings.preserve().drop(value, settings.quotes());
      case NO_TARGET_DIRECTORY -> settings.placement(settings.placement().withNoTargetDirectory());
      case ONE_FILE_SYSTEM -> options.oneFileSystem(true);
      case PARENTS -> settings.placement(settings.placement().withParents());
      case PRESERVE -> settings.preserve().keep(value, settings.quotes());
      case RECURSIVE -> options.recursive(true);
      case REMOVE_DESTINATION -> settings.replacing().removeFirst();
      case SPARSE -> options.sparse(SPARSE_MODES.named(value, settings.quotes()));
      case REFLINK -> options.reflink(REFLINK_MODES.named(value, settings.quotes()));
      case STRIP_TRAILING_SLASHES ->
          settings.placement(settings.placement().withStrippedTrailingSlashes());
      case SUFFIX -> settings.replacing().suffix(value);
      case SYMBOLIC_LINK -> settings.content(FileContent.SYMBOLIC_LINK);
      case TARGET_DIRECTORY ->
          settings.placement(settings.placement().withTargetDirectory(RawArguments.path(value)));
      case UPDATE -> settings.replacing().update(UPDATE_MODES.named(value, settings.quotes()));
      case VERBOSE -> settings.speech(settings.speech().withVerbose());
      case KEEP_DIRECTORY_SYMLINK -> options.keepDirectorySymlink(true);
      case CONTEXT -> settings.securityContext(value);
      case HELP -> settings.wish(Wish.HELP);
      case VERSION -> settings.wish(Wish.VERSION);
    }
  }

  /** The same as {@code -dR --preserve=all}, but does without extended attributes if need be. */
  private static void archive(CopySettings settings) {
    settings.options().recursive(true).dereference(Dereference.NEVER);
    settings.preserve().keepAll();
  }
}

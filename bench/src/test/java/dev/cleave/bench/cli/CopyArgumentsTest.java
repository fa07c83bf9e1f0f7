package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.bench.cli.CopyArguments.Wish;
import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.options.BackupControl;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.Dereference;
import dev.cleave.engine.options.FileContent;
import dev.cleave.engine.options.NameFilter;
import dev.cleave.engine.options.OverwriteOptions;
import dev.cleave.engine.options.PreserveOptions;
import dev.cleave.engine.options.ReflinkMode;
import dev.cleave.engine.options.SparseMode;
import dev.cleave.engine.options.SyncPolicy;
import dev.cleave.engine.options.TreeOptions;
import dev.cleave.engine.options.UpdateMode;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyArgumentsTest {
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void nothingGivenIsTheDefault() throws CommandException {
    CopyArguments arguments = parse("a", "b");
    assertThat(arguments.options()).isEqualTo(CopyOptions.DEFAULTS);
    assertThat(arguments.operands()).containsExactly(BytePath.of("a"), BytePath.of("b"));
    assertThat(arguments.placement()).isEqualTo(Placement.NORMAL);
  }

  @Test
  void archiveIsRecursiveKeepsLinksAndAllItCan() throws CommandException {
    CopyOptions archive = options("-a");
    assertThat(archive.preserve()).isEqualTo(PreserveOptions.ARCHIVE);
    assertThat(archive.tree().recursive()).isTrue();
    assertThat(archive.tree().dereference()).isEqualTo(Dereference.NEVER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-p", "--preserve", "--preserve=mode,ownership,timestamps", "--preserve=m,o,t"})
  void preserveAloneKeepsTheBasics(String option) throws CommandException {
    assertThat(options(option).preserve()).isEqualTo(PreserveOptions.BASICS);
  }

  @Test
  void attributesAreAddedAndTakenAwayInOrder() throws CommandException {
    PreserveOptions kept = options("-a", "--no-preserve=mode,links", "--preserve=l").preserve();
    assertThat(kept)
        .isEqualTo(new PreserveOptions(false, true, true, true, false, true, true, true, false));
  }

  @Test
  void attributesGivenByNameMustBeKept() throws CommandException {
    assertThat(options("--preserve=xattr").preserve().xattrRequired()).isTrue();
    assertThat(options("--preserve=xattr", "--no-preserve=xattr").preserve())
        .isEqualTo(
            new PreserveOptions(false, false, false, false, false, false, false, true, false));
    assertThat(options("--preserve=all").preserve()).isEqualTo(PreserveOptions.ARCHIVE);
  }

  @Test
  void aModeThatIsKeptAfterAllIsNotPlain() throws CommandException {
    assertThat(options("--no-preserve=all").preserve().plainMode()).isTrue();
    assertThat(options("--no-preserve=mode", "-p").preserve().plainMode()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "-P,NEVER",
    "-d,NEVER",
    "-H,NAMED",
    "-L,ALWAYS",
    "-r,NEVER",
    "-rl,ALWAYS",
    "-rL,ALWAYS",
    "-aH,NAMED",
    "-La,NEVER",
    "-v,ALWAYS"
  })
  void theLastWordOnLinksCounts(String option, Dereference dereference) throws CommandException {
    assertThat(options(option).tree().dereference()).isEqualTo(dereference);
  }

  @ParameterizedTest
  @CsvSource({
    "-v,DATA",
    "-l,HARD_LINK",
    "-s,SYMBOLIC_LINK",
    "--attributes-only,ATTRIBUTES_ONLY",
    "--attr -l,HARD_LINK",
    "-s --attr,SYMBOLIC_LINK"
  })
  void linksCountMoreThanAttributesOnly(String options, FileContent content)
      throws CommandException {
    assertThat(options(options.split(" ", -1)).tree().content()).isEqualTo(content);
  }

  @Test
  void treesAreCutAsAsked() throws CommandException {
    TreeOptions tree = options("-Rx", "--copy-contents", "--keep-directory-symlink").tree();
    assertThat(tree)
        .isEqualTo(
            new TreeOptions(
                true, Dereference.NEVER, FileContent.DATA, true, true, NameFilter.NONE, true));
  }

  @ParameterizedTest
  @CsvSource({
    "-u,OLDER",
    "--update,OLDER",
    "--update=all,ALL",
    "--update=none,NONE",
    "--update=none-f,NONE_FAIL",
    "-u --update=all,ALL",
    "-n,NONE",
    "-nu,NONE",
    "-in,NONE",
    "-ni,ALL",
    "-uni,OLDER"
  })
  void theLastWordOnUpdatesCountsButNoClobberMore(String options, UpdateMode update)
      throws CommandException {
    assertThat(options(options.split(" ", -1)).overwrite().update()).isEqualTo(update);
  }

  @Test
  void noClobberAfterInteractiveAsksNobody() throws CommandException {
    assertThat(options("-in").overwrite().confirmation()).isNotInstanceOf(Prompt.class);
    assertThat(options("-ni").overwrite().confirmation()).isInstanceOf(Prompt.class);
  }

  @ParameterizedTest
  @CsvSource({
    "--backup,EXISTING,~",
    "-b,EXISTING,~",
    "--backup=,EXISTING,~",
    "--backup=off,NONE,~",
    "--backup=none,NONE,~",
    "--backup=never,SIMPLE,~",
    "--backup=si,SIMPLE,~",
    "--backup=nil,EXISTING,~",
    "--backup=t,NUMBERED,~",
    "--backup=nu -b,NUMBERED,~",
    "-S.old,EXISTING,.old",
    "--suffix=.old --backup=simple,SIMPLE,.old",
    "-Sa/b,EXISTING,~",
    "--suffix= -b,EXISTING,~"
  })
  void backupsAreChosenAsInCp(String options, BackupControl control, String suffix)
      throws CommandException {
    OverwriteOptions overwrite = options(options.split(" ", -1)).overwrite();
    assertThat(overwrite.backup()).isEqualTo(control);
    assertThat(overwrite.backupSuffix()).isEqualTo(BytePath.of(suffix));
  }

  @Test
  void theEnvironmentChoosesBackupsThatTheLineLeavesOpen() throws CommandException {
    environment.put("VERSION_CONTROL", "numb");
    environment.put("SIMPLE_BACKUP_SUFFIX", ".bak");
    assertThat(options("-b").overwrite().backup()).isEqualTo(BackupControl.NUMBERED);
    assertThat(options("-b").overwrite().backupSuffix()).isEqualTo(BytePath.of(".bak"));
    assertThat(options("--backup=simple").overwrite().backup()).isEqualTo(BackupControl.SIMPLE);
    assertThat(options("-bS.x").overwrite().backupSuffix()).isEqualTo(BytePath.of(".x"));
    assertThat(options("-r").overwrite().backup()).isEqualTo(BackupControl.NONE);
  }

  @Test
  void whatIsNeverReplacedHasNoBackup() {
    assertThatThrownBy(() -> parse("-b", "--update=none-fail"))
        .hasMessage("--backup is mutually exclusive with -n or --update=none-fail");
  }

  @Test
  void forceAndRemovalAreTwoThings() throws CommandException {
    assertThat(options("-f").overwrite().force()).isTrue();
    assertThat(options("-f").overwrite().removeFirst()).isFalse();
    assertThat(options("--rem").overwrite().removeFirst()).isTrue();
  }

  @Test
  void bareOptionalValuesMeanWhatCpMeans() throws CommandException {
    assertThat(options("--reflink").data().reflink()).isEqualTo(ReflinkMode.ALWAYS);
    assertThat(options("--reflink=n", "--sparse=al").data().sparse()).isEqualTo(SparseMode.ALWAYS);
    assertThat(options("--sync").data().sync()).isEqualTo(SyncPolicy.FULL);
  }

  @Test
  void placesAreNamedByBytes() throws CommandException {
    BytePath name = BytePath.of(new byte[] {'d', (byte) 0xff});
    Placement placement = parse("-t", "d\udcff", "--parents", "--strip", "a").placement();
    assertThat(placement).isEqualTo(new Placement(name, false, true, true));
    assertThat(options("-bS\udcff").overwrite().backupSuffix())
        .isEqualTo(BytePath.of(new byte[] {(byte) 0xff}));
  }

  @Test
  void theSeedsOptionsChangeOneFieldEach() throws CommandException {
    PlanOptions plan =
        parse("--par", "--chunk-size-mb=4", "--max-depth", "3", "--parall", "--backend=k").plan();
    assertThat(plan)
        .isEqualTo(
            new PlanOptions(
                true,
                List.of(
                    new PlanChange.Chunk(4 * ByteSize.MIB),
                    new PlanChange.SplitDepth(3),
                    new PlanChange.Backend(BackendKind.KERNEL))));
  }

  @Test
  void everyFieldOfAPlanCanBeTold() throws CommandException {
    PlanOptions plan =
        parse("--workers=3", "--preallocate", "--queue-depth=4", "--chunk=64KiB").plan();
    assertThat(plan.applyTo(CopyPlan.SEQUENTIAL))
        .isEqualTo(
            CopyPlan.SEQUENTIAL
                .withWorkers(3)
                .withPreallocate(true)
                .withQueueDepth(4)
                .withChunkBytes(64 * ByteSize.KIB));
    assertThat(parse("--preallocate=no").plan().applyTo(CopyPlan.SEED).preallocate()).isFalse();
    assertThat(parse("--workers=3").plan().splits()).isFalse();
  }

  @Test
  void debugSaysWhatVerboseSaysAndMore() throws CommandException {
    assertThat(parse("--debug").speech()).isEqualTo(new Speech(true, true, false, false, false));
    assertThat(parse("-qv").speech()).isEqualTo(new Speech(true, false, true, false, false));
  }

  @Test
  void helpEndsTheLineWhateverElseIsWrong() throws CommandException {
    assertThat(parse("-ls", "--help", "--bogus").wish()).isEqualTo(Wish.HELP);
    assertThat(parse("-h").wish()).isEqualTo(Wish.HELP);
    assertThat(parse("--version", "--sparse=x").wish()).isEqualTo(Wish.VERSION);
  }

  private CopyOptions options(String... args) throws CommandException {
    return parse(args).options();
  }

  private CopyArguments parse(String... args) throws CommandException {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return CopyArguments.parse(
        args,
        new Console(InputStream.nullInputStream(), nowhere, nowhere, environment, "cp", false));
  }
}

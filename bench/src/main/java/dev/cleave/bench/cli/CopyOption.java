package dev.cleave.bench.cli;

import dev.cleave.bench.cli.GnuOptions.Value;
import java.util.List;

/** Every option of {@code copy}, in the order in which its help shows them. */
enum CopyOption implements GnuOptions.Option {
  RECURSIVE("rR", Value.NONE, "", "Copy directories with what is in them.", "recursive"),
  PRESERVE("p", Value.NONE, "", "Keep mode and times.", "preserve"),
  ARCHIVE("a", Value.NONE, "", "The same as -r -p.", "archive"),
  NO_TARGET_DIRECTORY(
      "T",
      Value.NONE,
      "",
      "DST is the copy's own name, even if it is a directory.",
      "no-target-directory"),
  IN_PLACE("", Value.NONE, "", "Write into an existing target, don't replace it.", "inplace"),
  SYNC(
      "",
      Value.OPTIONAL,
      "none|data|full",
      "Return when the data (full: and its name) is on the device.",
      "sync"),
  SPARSE(
      "",
      Value.REQUIRED,
      "auto|always|never",
      "What becomes of holes: kept, made of zeros too, or filled; auto unless told.",
      "sparse"),
  REFLINK(
      "",
      Value.OPTIONAL,
      "auto|always|never",
      "Share the source's blocks where the file system can; auto unless told.",
      "reflink"),
  VERIFY(
      "",
      Value.NONE,
      "",
      "Read the copy back, past the page cache, and compare it with the source.",
      "verify"),
  BANDWIDTH_LIMIT(
      "",
      Value.REQUIRED,
      "RATE",
      "Bytes per second that the copy may move, as 100MB; 0 is no limit.",
      "bwlimit"),
  ENABLED(
      "",
      Value.NONE,
      "",
      "Split large files: depth 2, chunk 2MiB, unless other options say otherwise.",
      "enabled",
      "parallel"),
  SPLIT_DEPTH(
      "",
      Value.REQUIRED,
      "N",
      "Levels of the split: at most 2^N tasks a file; 0 is sequential.",
      "max-depth",
      "split-depth"),
  CHUNK("", Value.REQUIRED, "SIZE", "Bytes per read or write, as 4MiB.", "chunk"),
  CHUNK_MEBIBYTES("", Value.REQUIRED, "N", "The same in MiB.", "chunk-size-mb"),
  MIN_FILE_SIZE(
      "",
      Value.REQUIRED,
      "SIZE",
      "Smaller files are never split; 128MiB unless told.",
      "min-file-size"),
  MIN_FILE_MEBIBYTES("", Value.REQUIRED, "N", "The same in MiB.", "min-file-size-mb"),
  BACKEND(
      "",
      Value.REQUIRED,
      "NAME",
      "How bytes move: nio, kernel, direct, uring (may hang).",
      "backend"),
  QUEUE_DEPTH("", Value.REQUIRED, "N", "Requests a task keeps in flight (uring).", "queue-depth"),
  MEMORY_LIMIT(
      "",
      Value.REQUIRED,
      "SIZE",
      "Bound on all buffers together; 512MiB unless told.",
      "memory-limit"),
  PROFILE("", Value.REQUIRED, "NAME", "Use this profile.", "profile"),
  NO_PROFILE("", Value.NONE, "", "Use no profile.", "no-profile"),
  EXPLAIN("", Value.NONE, "", "Say which plan is used, and why.", "explain"),
  JSON("", Value.NONE, "", "One JSON document on standard output, nothing else.", "json"),
  VERBOSE("v", Value.NONE, "", "Name each file as it is copied, and the profile.", "verbose"),
  QUIET("q", Value.NONE, "", "No progress, no remarks; errors only.", "quiet"),
  HELP("h", Value.NONE, "", "Shows this help.", "help");

  private final String letters;
  private final Value value;
  private final String label;
  private final String description;
  private final List<String> names;

  CopyOption(String letters, Value value, String label, String description, String... names) {
    this.letters = letters;
    this.value = value;
    this.label = label;
    this.description = description;
    this.names = List.of(names);
  }

  @Override
  public String letters() {
    return letters;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public Value value() {
    return value;
  }

  /** What the value is called in the help; empty if there is none. */
  String label() {
    return label;
  }

  String description() {
    return description;
  }
}

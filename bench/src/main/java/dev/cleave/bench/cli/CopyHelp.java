package dev.cleave.bench.cli;

/** What {@code copy --help} prints: cp's options, then those beyond them. */
final class CopyHelp {
  private static final String USAGE =
      """
      Usage: NAME [OPTION]... [-T] SOURCE DEST
        or:  NAME [OPTION]... SOURCE... DIRECTORY
        or:  NAME [OPTION]... -t DIRECTORY SOURCE...
      Copies SOURCE to DEST, or each SOURCE into DIRECTORY, by the plan that was
      measured to be the fastest for the devices they lie on.

      """;

  private static final String CP_OPTIONS =
      """
      What is copied, as in GNU cp:
        -r, -R, --recursive          directories with what is in them
        -a, --archive                as -dR --preserve=all
            --attributes-only        only the attributes, not the data
            --copy-contents          the contents of special files, when recursive
        -d                           as --no-dereference --preserve=links
        -P, --no-dereference         symbolic links, not what they lead to
        -L, --dereference            what symbolic links lead to
        -H                           so only those named on the command line
        -l, --link                   make hard links instead of copies
        -s, --symbolic-link          make symbolic links instead of copies
        -x, --one-file-system        nothing below mount points
        -p, --preserve[=LIST]        keep attributes, of: mode, ownership, timestamps
                                     (those unless told), links, context, xattr, all
            --no-preserve=LIST       keep them not
            --reflink[=WHEN]         share the source's blocks: auto (where it can be,
                                     unless told), always (the option alone), never
            --sparse=WHEN            holes: auto (as the source, unless told), always
                                     (zeros, too, become holes), never
        -Z, --context[=CTX]          the SELinux context; ignored without SELinux

      Where to, and what becomes of files that exist, as in GNU cp:
        -t, --target-directory=DIRECTORY  copy all SOURCEs into DIRECTORY
        -T, --no-target-directory    DEST is the copy's own name
            --parents                use the full name of SOURCE under DIRECTORY
            --strip-trailing-slashes  from each SOURCE
            --keep-directory-symlink  follow existing links to directories
        -f, --force                  remove what can't be opened, and try again
            --remove-destination     remove each before it is opened
        -i, --interactive            ask before each; counts more than an earlier -n
        -n, --no-clobber             leave it; counts more than an earlier -i
        -u, --update[=WHICH]         replace all, none, none-fail (it is an error), or
                                     older ones (the option alone)
        -b, --backup[=CONTROL]       keep it under another name: none, off; simple,
                                     never; existing, nil (unless told); numbered, t;
                                     else $VERSION_CONTROL says which. -b has no value
        -S, --suffix=SUFFIX          of simple backups; else $SIMPLE_BACKUP_SUFFIX, ~
        -v, --verbose                name each file as it is copied, and the profile
            --debug                  as -v, and say how the data was copied: offload,
                                     reflink, sparse detection, plan
        -h, --help                   show this help
            --version                show the version

      """;

  private static final String CLEAVE_OPTIONS =
      """
      Beyond cp, what is copied:
            --exclude=GLOB           leave out entries of that name or, with a slash,
                                     of that path below SOURCE; ? * ** [a-z] [!a-z]
                                     and \\ before what stands for itself
            --include=GLOB           keep such entries; the first of both that fits
                                     counts

      Beyond cp, how safe:
            --inplace                write into existing files, don't replace them
            --sync[=none|data|full]  return when the data (full, the option alone: and
                                     its name) is on the device
            --verify                 read copies back, past the page cache, to compare
            --resume                 go on where an earlier copy failed or was killed:
                                     inside large files, by regions of 64MiB, and with
                                     -p or -a past all files that are finished: same
                                     size, same mtime, source not changed since
                                     (--verify compares them)

      Beyond cp, how fast (each replaces one setting of the profile's plan):
            --enabled, --parallel    split large files: depth 2, chunk 2MiB
            --max-depth, --split-depth=N  at most 2^N tasks a file; 0 is sequential
            --chunk=SIZE             bytes per read or write, as 4MiB
            --chunk-size-mb=N        the same in MiB
            --min-file-size=SIZE     never split smaller files; 128MiB unless told
            --min-file-size-mb=N     the same in MiB
            --backend=NAME           how bytes move: nio, kernel, direct, uring,
                                     uring-direct
            --queue-depth=N          requests a task keeps in flight (uring*)
            --workers=N              files in flight in a tree
            --preallocate[=yes|no]   reserve a file's room before its first byte
            --memory-limit=SIZE      of all buffers together, at least 4KiB; 512MiB
                                     unless told
            --bwlimit=RATE           bytes per second, as 100MB; 0 is no limit
            --profile=NAME           use this profile
            --no-profile             use none
            --tune-first[=TIME]      where no profile fits, tune first, as 'cleave
                                     tune' does, in 3m unless told; not with --dry-run
            --adapt                  with 2GiB or more of a file left, try other plans
                                     on slices of it, compare, and keep the better one;
                                     kept as a hint for the next such copy

      Beyond cp, what is said:
            --dry-run                change nothing; say what would be done with each
                                     file, what would fail, and whether it would fit
            --explain                which plan is used, why, and the memory it takes
            --json                   one JSON document on standard output, no more;
                                     also if nothing can be copied
        -q, --quiet                  no progress, no remarks; errors only

      An existing file is replaced as a whole: a copy that fails or is killed leaves
      the old one. Long options may be cut short as long as they stay unique; a cut
      that cp would understand means what it means to cp.
      """;

  private CopyHelp() {}

  /**
   * @param name what the command is called
   */
  static String text(String name) {
    return USAGE.replace("NAME", name) + CP_OPTIONS + CLEAVE_OPTIONS;
  }
}

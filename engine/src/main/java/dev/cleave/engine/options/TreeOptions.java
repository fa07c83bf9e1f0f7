package dev.cleave.engine.options;

/**
 * Which entries are copied, and as what.
 *
 * @param recursive copies directories with what is in them
 * @param dereference which symbolic links of the source are followed
 * @param content what stands for the content of a regular file
 * @param copyContents reads pipes and devices to their end instead of making such a file
 * @param oneFileSystem doesn't go into directories of other file systems
 * @param filter which entries below what the user named are left out
 * @param keepDirectorySymlink takes a target that is a link to a directory for that directory
 */
public record TreeOptions(
    boolean recursive,
    Dereference dereference,
    FileContent content,
    boolean copyContents,
    boolean oneFileSystem,
    NameFilter filter,
    boolean keepDirectorySymlink) {}

/**
 * Files and directories: walking a tree by descriptor, copying one file, metadata, and the commit
 * that gives a finished file its name.
 *
 * <p>One thread walks ({@code TreeWalk}), makes the directories and hands everything else to as
 * many workers as the plan for small files has; each copies an entry from its rules to its name. A
 * file's data can be split among further threads on top of that. Files in flight are by default as
 * many as there are processors, up to eight: a guess, until trees are tuned.
 *
 * <p>{@link dev.cleave.engine.tree.MetadataCopy} is the way to all metadata. What looks odd in it
 * is what cp does, checked against cp 9.1 in every combination: a source without setuid, setgid and
 * sticky bit leaves those that the target has; a directory's sticky bit is copied even if modes
 * aren't preserved; after some failures, but not after others, nothing more is set. One thing is
 * better than there: a plain user's {@code cp -a} loses the attributes of a read-only source that
 * replaces a file, since it makes the file read-only too early.
 *
 * <p>{@code --resume} goes on where an earlier copy stopped, however that ended. Its large files
 * have a part and a journal ({@code ResumableFile}); its finished ones are found by what they are
 * ({@code FinishedEntries}), as rsync does, since a file has its final name only once it is whole;
 * that takes preserved times, and without them finished files are copied again, as by rsync without
 * {@code -t} ({@code -u} leaves those that are newer than their source). So the first copy needs no
 * {@code --resume}. What is kept is not backed up, asked about or removed; {@code -n} leaves it as
 * it is, metadata and all. The target's data is trusted as much as a copy without {@code --sync}
 * is: after a power cut, or on a device that fails, {@code --resume --verify} compares it. Without
 * preserved modes a directory that was being filled keeps the stricter group, or the write
 * permission of its owner, that it had meanwhile: nothing tells it from one of the user's.
 */
@NullMarked
package dev.cleave.engine.tree;

import org.jspecify.annotations.NullMarked;

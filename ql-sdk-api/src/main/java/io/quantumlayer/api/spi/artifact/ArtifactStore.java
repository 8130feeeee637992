package io.quantumlayer.api.spi.artifact;

import io.quantumlayer.api.evidence.Digest;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * Stores file trees by content. Thread-safe; storing the same tree twice gives the same digest and one copy.
 *
 * <p>The digest of a tree covers each path, whether it may be executed, and its content, in path order: nothing else,
 * so that it does not depend on machine, time or owner. Links and special files are refused. A tree is complete or
 * absent: a crash while storing leaves nothing that {@link #contains} sees.
 */
public interface ArtifactStore {
    /**
     * Stores a tree held in memory.
     *
     * @param tree the files
     * @return the tree's digest
     */
    Digest put(FileTree tree);

    /**
     * Stores a copy of a folder.
     *
     * @param folder the folder, which is only read
     * @return the tree's digest
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if it holds a link or a special file,
     *     of type resource if it is larger than the store allows
     */
    Digest put(Path folder);

    /**
     * Stores a copy of a part of a folder together with files that are not in it.
     *
     * @param folder the folder, which is only read
     * @param taken asked for the relative path of each file, with forward slashes, and of each folder, with a slash at
     *     its end; a folder that is not taken is not entered
     * @param added files to store beside; one that the folder has too is refused
     * @return the tree's digest
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if the part holds a link or a special
     *     file, of type resource if it is larger than the store allows
     */
    Digest put(Path folder, Predicate<String> taken, FileTree added);

    /**
     * Says whether a tree is here.
     *
     * @param digest its digest
     * @return whether it can be used
     */
    boolean contains(Digest digest);

    /**
     * Reads a whole tree and says whether it is still what its digest says. One that is damaged is removed, so that it
     * can be stored again.
     *
     * @param digest its digest
     * @return whether it is here and undamaged
     */
    boolean verify(Digest digest);

    /**
     * Returns the stored tree for reading; nobody may write there.
     *
     * @param digest its digest
     * @return the folder
     * @throws io.quantumlayer.api.error.QuantumLayerException of type dependency if it is not here
     */
    Path open(Digest digest);

    /**
     * Copies a tree into a folder that does not exist yet.
     *
     * @param digest its digest
     * @param target the new folder
     */
    void copyTo(Digest digest, Path target);
}

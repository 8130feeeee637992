package io.quantumlayer.security;

import io.quantumlayer.security.internal.inventory.InventoryWalk;
import io.quantumlayer.security.inventory.Inventory;
import java.nio.file.Path;

/**
 * Reads which packages a source is built from.
 *
 * <p>It reads {@code package-lock.json} and {@code npm-shrinkwrap.json} (versions 1 to 3), {@code pnpm-lock.yaml} (5
 * to 9), {@code yarn.lock}, requirements files, {@code poetry.lock}, {@code uv.lock}, {@code Pipfile.lock},
 * {@code go.mod} with {@code go.sum}, {@code gradle.lockfile}, {@code pom.xml} (what it names itself), the output of
 * {@code mvn dependency:list} as {@code dependency-list.txt}, jar files, and the metadata of installed Python packages.
 * It follows no link, starts nothing and needs no network; each file is bounded to 32 MiB.
 */
public final class PackageInventory {
    private PackageInventory() {}

    /**
     * Reads the packages of a folder.
     *
     * @param folder the source, only to be read
     * @return the packages and what is known to be missing
     * @throws io.quantumlayer.api.error.QuantumLayerException of type resource if it holds more files, or lies deeper,
     *     than is bearable; of type validation if it is not a folder
     */
    public static Inventory of(Path folder) {
        return new InventoryWalk(folder).run();
    }

    /**
     * Reads the packages that are installed on a system, such as the files of an image: as {@link #of}, and also what
     * lies in {@code node_modules} and in virtual environments.
     *
     * @param root the system's root, only to be read
     * @return the packages and what is known to be missing
     * @throws io.quantumlayer.api.error.QuantumLayerException as {@link #of}
     */
    public static Inventory ofSystem(Path root) {
        return InventoryWalk.ofSystem(root).run();
    }
}

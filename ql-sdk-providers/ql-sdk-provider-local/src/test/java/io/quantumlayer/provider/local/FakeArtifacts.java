package io.quantumlayer.provider.local;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.provider.local.app.SampleApp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Holds trees in memory, and can break off in the middle of a copy as a killed host would. */
final class FakeArtifacts implements ArtifactStore {
    private final Map<Digest, FileTree> trees = new ConcurrentHashMap<>();
    private volatile @Nullable Error crash;

    /** The sample application as a tree of one jar. */
    Digest sampleApp() {
        return put(FileTree.of(Map.of("app.jar", jar()), Set.of()));
    }

    void crashAfterFirstFile(@Nullable Error error) {
        crash = error;
    }

    @Override
    public Digest put(FileTree tree) {
        Digest digest = Digest.of(
                tree.paths().toString() + tree.content(tree.paths().iterator().next()).length);
        trees.put(digest, tree);
        return digest;
    }

    @Override
    public Digest put(Path folder) {
        throw new UnsupportedOperationException("the provider never stores a folder");
    }

    @Override
    public Digest put(Path folder, Predicate<String> taken, FileTree added) {
        throw new UnsupportedOperationException("the provider never stores a folder");
    }

    @Override
    public boolean contains(Digest digest) {
        return trees.containsKey(digest);
    }

    @Override
    public boolean verify(Digest digest) {
        return contains(digest);
    }

    @Override
    public Path open(Digest digest) {
        throw new UnsupportedOperationException("the provider runs from a copy of its own");
    }

    @Override
    public void copyTo(Digest digest, Path target) {
        FileTree tree = Objects.requireNonNull(trees.get(digest), "no such artifact");
        try {
            Files.createDirectory(target);
            for (String path : tree.paths()) {
                Files.createDirectories(target.resolve(path).getParent());
                Files.write(target.resolve(path), tree.content(path));
                if (crash != null) {
                    throw crash;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] jar() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, SampleApp.class.getName());
        String name = SampleApp.class.getName().replace('.', '/') + ".class";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
                InputStream in = Objects.requireNonNull(SampleApp.class.getResourceAsStream("/" + name))) {
            jar.putNextEntry(new JarEntry(name));
            in.transferTo(jar);
            jar.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

package io.quantumlayer.security.internal.inventory;

import io.quantumlayer.security.internal.inventory.Gathering.Named;
import io.quantumlayer.security.internal.scan.BoundedZip;
import io.quantumlayer.security.inventory.Ecosystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads the Maven coordinates that a jar carries in {@code META-INF/maven}, its own and those of the jars directly
 * within it. A jar without any is a gap, because a file name is no proof.
 */
final class JarIdentity {
    private static final int PROPERTIES = 64 << 10;
    private static final int NESTED = 64 << 20;

    private final Gathering out;
    private final BoundedZip zip = new BoundedZip();

    JarIdentity(Gathering out) {
        this.out = out;
    }

    void read(Path jar, String path) throws IOException {
        try (InputStream in = Files.newInputStream(jar, LinkOption.NOFOLLOW_LINKS)) {
            read(in, path, true);
            out.whole(path);
        } catch (IllegalArgumentException e) {
            throw new IOException("an entry of it has no readable name", e);
        }
    }

    private void read(InputStream in, String path, boolean outer) throws IOException {
        LockFile file = new LockFile(path, "");
        AtomicBoolean known = new AtomicBoolean();
        int entries = zip.read(in, (name, content) -> {
            if (name.startsWith("META-INF/maven/") && name.endsWith("/pom.properties")) {
                String text = new String(zip.bytes(content, PROPERTIES), StandardCharsets.ISO_8859_1);
                known.compareAndSet(false, properties(file, text));
            } else if (outer && name.endsWith(".jar")) {
                known.set(true);
                read(new ByteArrayInputStream(zip.bytes(content, NESTED)), path + "!/" + name, false);
            }
        });
        if (entries == 0) {
            throw new IOException("it holds no entry that can be read");
        }
        if (!known.get()) {
            out.gap(path + ": a jar without Maven coordinates");
        }
    }

    private boolean properties(LockFile file, String text) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException malformed) {
            throw new IOException("its coordinates are malformed", malformed);
        }
        String group = properties.getProperty("groupId", "");
        String artifact = properties.getProperty("artifactId", "");
        String version = properties.getProperty("version", "");
        if (group.isEmpty() || artifact.isEmpty() || version.isEmpty()) {
            return false;
        }
        out.add(file, 0, new Named(Ecosystem.MAVEN, group + ":" + artifact, version, false));
        return true;
    }
}

package io.quantumlayer.security.internal.inventory;

import io.quantumlayer.security.internal.inventory.Gathering.Named;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads the Maven coordinates that a jar carries in {@code META-INF/maven}, its own and those of the jars directly
 * within it. A jar without any is a gap, because a file name is no proof.
 */
final class JarIdentity {
    private static final int PROPERTIES = 64 << 10;
    private static final long UNPACKED = 512L << 20;
    private static final int NESTED = 64 << 20;
    private static final int ENTRIES = 200_000;

    private final Gathering out;
    private long left = UNPACKED;
    private int entries = ENTRIES;

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
        boolean known = false;
        int before = entries;
        ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (--entries < 0) {
                throw new IOException("it holds more entries than are read");
            }
            String name = entry.getName();
            if (name.startsWith("META-INF/maven/") && name.endsWith("/pom.properties")) {
                known |= properties(file, new String(bytes(zip, PROPERTIES), StandardCharsets.ISO_8859_1));
            } else if (outer && name.endsWith(".jar")) {
                known = true;
                byte[] nested = bytes(zip, NESTED);
                read(new ByteArrayInputStream(nested), path + "!/" + name, false);
            } else {
                drain(zip);
            }
        }
        if (entries == before) {
            throw new IOException("it holds no entry that can be read");
        }
        if (!known) {
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

    private byte[] bytes(InputStream in, int most) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        spend(bytes.length);
        if (bytes.length > most) {
            throw new IOException("an entry of it is larger than is read");
        }
        return bytes;
    }

    private void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 14];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            spend(read);
        }
    }

    private void spend(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new IOException("it unpacks to more than is read");
        }
    }
}

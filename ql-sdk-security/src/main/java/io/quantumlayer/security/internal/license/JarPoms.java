package io.quantumlayer.security.internal.license;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The POMs that a jar carries, its own and those of the jars directly within it, within bounds. */
final class JarPoms {
    private static final int NESTED = 64 << 20;
    private static final int ENTRIES = 200_000;
    private static final long UNPACKED = 512L << 20;

    private final Map<String, String> poms = new HashMap<>();
    private int entries = ENTRIES;
    private long left = UNPACKED;

    private JarPoms() {}

    /** The POMs by group and artifact; what cannot be read, or lies beyond the bounds, is left out. */
    static Map<String, String> in(Path root, String path) {
        JarPoms jar = new JarPoms();
        try (InputStream in = Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
            jar.read(in, true);
        } catch (IOException | IllegalArgumentException unreadable) {
            jar.poms.clear();
        }
        return jar.poms;
    }

    private void read(InputStream in, boolean outer) throws IOException {
        ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (--entries < 0) {
                throw new IOException("it holds more entries than are read");
            }
            String[] names = entry.getName().split("/", -1);
            if (names.length == 5 && entry.getName().startsWith("META-INF/maven/") && names[4].equals("pom.xml")) {
                String pom = new String(bytes(zip, Reading.SMALL), StandardCharsets.UTF_8);
                poms.putIfAbsent(names[2] + ":" + names[3], pom);
            } else if (outer && entry.getName().endsWith(".jar")) {
                read(new ByteArrayInputStream(bytes(zip, NESTED)), false);
            } else {
                drain(zip);
            }
        }
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

package io.quantumlayer.security.internal.license;

import io.quantumlayer.security.internal.scan.BoundedZip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The POMs that a jar carries, its own and those of the jars directly within it, within bounds. */
final class JarPoms {
    private static final int NESTED = 64 << 20;

    private final Map<String, String> poms = new HashMap<>();
    private final BoundedZip zip = new BoundedZip();

    private JarPoms() {}

    /** The POMs by group and artifact; there are none if the jar cannot be read or lies beyond the bounds. */
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
        zip.read(in, (name, content) -> {
            String[] names = name.split("/", -1);
            if (names.length == 5 && name.startsWith("META-INF/maven/") && names[4].equals("pom.xml")) {
                String pom = new String(zip.bytes(content, Reading.SMALL), StandardCharsets.UTF_8);
                poms.putIfAbsent(names[2] + ":" + names[3], pom);
            } else if (outer && name.endsWith(".jar")) {
                read(new ByteArrayInputStream(zip.bytes(content, NESTED)), false);
            }
        });
    }
}

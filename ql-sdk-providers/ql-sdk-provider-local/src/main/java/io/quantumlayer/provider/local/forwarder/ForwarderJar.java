package io.quantumlayer.provider.local.forwarder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs this package into the one self-contained jar that the forwarder process runs from. */
public final class ForwarderJar {

    /** What keeps the process small: at most 48 MiB of heap and 40 MiB of buffers, one collector, one compiler. */
    public static final List<String> JVM_FLAGS = List.of(
            "-Xms4m",
            "-Xmx48m",
            "-Xss256k",
            "-XX:MaxDirectMemorySize=40m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-UsePerfData");

    /** Ignored signals stay ignored across exec, and Java leaves them so: no hang-up or Ctrl-C ends the process. */
    private static final String DEAF = "trap '' HUP INT; exec \"$@\"";

    private static final String FOLDER = ForwarderMain.class.getPackageName().replace('.', '/') + "/";
    private static final String MANIFEST =
            "Manifest-Version: 1.0\r\nMain-Class: " + ForwarderMain.class.getName() + "\r\n\r\n";
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private ForwarderJar() {}

    /**
     * Writes the jar, the same bytes on every machine; leaves {@code jar} untouched when it holds them already.
     *
     * <p>A reader, or a writer killed half-way, never sees part of it.
     *
     * @return {@code jar}
     * @throws IOException when the classes cannot be read or the file cannot be written
     */
    public static Path writeTo(Path jar) throws IOException {
        byte[] bytes = bytes();
        if (Files.exists(jar) && Arrays.equals(Files.readAllBytes(jar), bytes)) {
            return jar;
        }
        Path folder = jar.toAbsolutePath().getParent();
        Path next = Files.createTempFile(folder, "forwarder", ".next");
        try {
            Files.write(next, bytes);
            Files.move(next, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
        return jar;
    }

    /**
     * The command line that starts a forwarder which neither a hang-up nor Ctrl-C in the host's terminal ends.
     *
     * <p>It needs {@code /bin/sh}, which then becomes the Java process and keeps its pid.
     *
     * @param java the {@code java} program to run it with, version 17 or newer
     * @param port the stable address's port, or 0 for the remembered or any free one
     */
    public static List<String> command(Path java, Path jar, ForwarderFolder folder, int port) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", DEAF, "forwarder", java.toString()));
        command.addAll(JVM_FLAGS);
        command.addAll(List.of("-jar", jar.toString(), folder.path().toString(), Integer.toString(port)));
        return List.copyOf(command);
    }

    private static byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            store(zip, JarFile.MANIFEST_NAME, MANIFEST.getBytes(StandardCharsets.US_ASCII));
            for (Map.Entry<String, byte[]> file : classes().entrySet()) {
                store(zip, FOLDER + file.getKey(), file.getValue());
            }
        }
        return out.toByteArray();
    }

    /** Stored rather than compressed, because compressors differ between machines. */
    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static Map<String, byte[]> classes() throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        for (String name : names()) {
            String resource = FOLDER + name;
            try (InputStream in = ForwarderMain.class.getResourceAsStream("/" + resource)) {
                classes.put(name, Objects.requireNonNull(in, resource).readAllBytes());
            }
        }
        return classes;
    }

    private static List<String> names() throws IOException {
        URL main = Objects.requireNonNull(
                ForwarderMain.class.getResource(ForwarderMain.class.getSimpleName() + ".class"),
                "the class path does not show its own class files");
        URLConnection connection = main.openConnection();
        connection.setUseCaches(false); // a cached jar file is shared, and closing it would hurt others
        if (connection instanceof JarURLConnection packed) {
            try (JarFile jar = packed.getJarFile();
                    Stream<String> entries = jar.stream().map(ZipEntry::getName)) {
                return entries.filter(name -> name.startsWith(FOLDER))
                        .map(name -> name.substring(FOLDER.length()))
                        .filter(ForwarderJar::isClass)
                        .toList();
            }
        }
        try (Stream<Path> files =
                Files.list(Path.of(URI.create(main.toString())).resolveSibling("."))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(ForwarderJar::isClass)
                    .toList();
        }
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && name.indexOf('/') < 0;
    }
}

package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes of different users, folders, time zones and locales build one image; other releases of Java its layers. */
class ImageDigestIT {
    private static final String OTHER_USER = "10002";

    @TempDir
    Path folder;

    private Path libraries;

    /** What an image is made of. */
    enum Kind {
        JAVA {
            @Override
            void write(Path source) throws IOException {
                Manifest manifest = new Manifest();
                manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
                manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.example.Main");
                try (OutputStream out = Files.newOutputStream(source.resolve("app.jar"));
                        JarOutputStream jar = new JarOutputStream(out)) {
                    ZipEntry entry = new ZipEntry("META-INF/MANIFEST.MF");
                    entry.setTime(0);
                    jar.putNextEntry(entry);
                    manifest.write(jar);
                    jar.closeEntry();
                }
                Files.writeString(Files.createDirectories(source.resolve("lib")).resolve("a.jar"), "no jar at all");
            }
        },
        PYTHON {
            @Override
            void write(Path source) throws IOException {
                Files.writeString(source.resolve("main.py"), "print('h\u00e9llo')\n");
                Path packages = Files.createDirectories(source.resolve("site-packages/pkg"));
                for (int i = 0; i < 40; i++) {
                    Files.writeString(packages.resolve("m" + i + ".py"), "X = " + i + "\n");
                }
            }
        },
        STATIC {
            @Override
            void write(Path source) throws IOException {
                Files.writeString(source.resolve("index.html"), "<h1>hi</h1>");
                Files.writeString(source.resolve("\u00efnfo.html"), "<p>i</p>");
            }
        };

        abstract void write(Path source) throws IOException;
    }

    /** A user who may read nothing of this one's home gets the class path in a folder of its own. */
    @BeforeEach
    void share() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        libraries = Files.createDirectories(folder.resolve("libraries"));
        int number = 0;
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : path.split(File.pathSeparator, -1)) {
            Path from = Path.of(entry);
            if (Files.isRegularFile(from)) {
                Files.copy(from, libraries.resolve(number++ + ".jar"));
            } else if (Files.isDirectory(from) && from.endsWith("test-classes")) {
                copy(from, libraries.resolve("classes"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void twoProcessesThatDifferInEverythingElseBuildOneImage(Kind kind) throws Exception {
        Path java = Path.of(System.getProperty("java.home"));
        List<String> here = build(kind, java, "here", Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8"));
        List<String> there = build(
                kind,
                java,
                "over/there",
                Map.of(
                        "TZ",
                        "Asia/Kolkata",
                        "LC_ALL",
                        "C.UTF-8",
                        "JDK_JAVA_OPTIONS",
                        "-Duser.language=tr -Duser.country=TR"));
        assertThat(there).isEqualTo(here);
        assertThat(here.get(0)).startsWith("digest sha256:");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anotherJavaMakesTheSameLayers(Kind kind) throws Exception {
        Path other = otherJava();
        Path java = Path.of(System.getProperty("java.home"));
        List<String> here = build(kind, java, "here", Map.of("LC_ALL", "C.UTF-8"));
        List<String> there = build(kind, other, "there", Map.of("LC_ALL", "C.UTF-8"));
        assertThat(there.subList(1, there.size()))
                .isEqualTo(here.subList(1, here.size()))
                .isNotEmpty();
    }

    private static Path otherJava() throws IOException {
        int own = Runtime.version().feature();
        try (Stream<Path> found = Files.list(Path.of("/usr/lib/jvm"))) {
            List<Path> others = found.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .filter(home -> !home.toString().contains(Integer.toString(own)))
                    .sorted()
                    .toList();
            assumeThat(others)
                    .as("no other release of Java is below /usr/lib/jvm: apt-get install openjdk-21-jdk-headless")
                    .isNotEmpty();
            return others.get(0);
        }
    }

    private List<String> build(Kind kind, Path java, String place, Map<String, String> environment) throws Exception {
        Path source = Files.createDirectories(folder.resolve(place).resolve("source"));
        Path work = Files.createDirectories(folder.resolve(place).resolve("work"));
        kind.write(source);
        boolean another = place.contains("/") && canBecomeAnother();
        if (another) {
            Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));
            Files.setLastModifiedTime(source, FileTime.fromMillis(1_000_000));
        }
        List<String> command = new ArrayList<>();
        if (another) {
            command.addAll(List.of("setpriv", "--reuid", OTHER_USER, "--regid", OTHER_USER, "--clear-groups"));
        }
        command.addAll(List.of(
                java.resolve("bin/java").toString(),
                "-Djava.io.tmpdir=" + work,
                "-Duser.home=" + work,
                "-cp",
                libraries.resolve("classes") + File.pathSeparator + libraries.resolve("*"),
                ImageDigestMain.class.getName(),
                source.toString(),
                work.toString()));
        return run(command, work, new LinkedHashMap<>(environment));
    }

    private static boolean canBecomeAnother() {
        boolean can = "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/setpriv"));
        if (!can) {
            System.out.println("the second user is left out: it needs root and setpriv");
        }
        return can;
    }

    private static List<String> run(List<String> command, Path work, Map<String, String> environment) throws Exception {
        Path said = work.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectError(work.resolve("error.txt").toFile())
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(work.resolve("error.txt")))
                .isZero();
        return Files.readAllLines(said, StandardCharsets.UTF_8);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}

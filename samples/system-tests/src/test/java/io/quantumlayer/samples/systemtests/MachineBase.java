package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Base folders for images, made of this machine's own programs: no image of others can be had without a network. */
final class MachineBase {
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.sql",
            "java.xml",
            "jdk.crypto.ec",
            "jdk.httpserver",
            "jdk.unsupported");

    private final Path root;

    private MachineBase(Path root) {
        this.root = root;
    }

    /** Makes a base with the Java that runs this test, as {@code /opt/java/bin/java}. */
    static Path java(Path folder) throws IOException, InterruptedException {
        Path target = folder.resolve("opt/java");
        Files.createDirectories(target.getParent());
        Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        run(List.of(
                jlink.toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--strip-debug",
                "--no-man-pages",
                "--no-header-files",
                "--output",
                target.toString()));
        MachineBase base = new MachineBase(folder);
        base.withoutLinks(target);
        base.libraries(target);
        return folder;
    }

    /** Makes a base with Debian's Python, as {@code /usr/bin/python3}. */
    static Path python(Path folder) throws IOException, InterruptedException {
        Path real = Path.of("/usr/bin/python3").toRealPath();
        String version = real.getFileName().toString();
        MachineBase base = new MachineBase(folder);
        base.copy(real, folder.resolve("usr/bin/python3"));
        Path library = Path.of("/usr/lib", version);
        try (Stream<Path> found = Files.walk(library)) {
            for (Path file : (Iterable<Path>) found::iterator) {
                String path = file.toString();
                boolean wanted = Files.isRegularFile(file)
                        && !path.contains("__pycache__")
                        && !path.contains("/test/")
                        && !path.contains("/config-");
                if (wanted) {
                    base.copy(file.toRealPath(), folder.resolve(path.substring(1)));
                }
            }
        }
        base.libraries(folder);
        base.forWheels();
        return folder;
    }

    /** Adds what compiled parts of Python packages are linked with wherever they were built. */
    private void forWheels() throws IOException, InterruptedException {
        Matcher library = Pattern.compile("=> (/\\S+/lib(gcc_s|rt|dl|m|pthread|util)\\.so\\.\\d)\\s")
                .matcher(run(List.of("ldconfig", "-p")));
        while (library.find()) {
            Path file = Path.of(library.group(1));
            copy(file.toRealPath(), root.resolve(file.toString().substring(1)));
        }
    }

    private void withoutLinks(Path folder) throws IOException {
        List<Path> links;
        try (Stream<Path> found = Files.walk(folder)) {
            links = found.filter(Files::isSymbolicLink).toList();
        }
        for (Path link : links) {
            Path real = link.toRealPath();
            Files.delete(link);
            Files.copy(real, link);
        }
    }

    /** Adds what the programs and libraries below a folder are linked with. */
    private void libraries(Path folder) throws IOException, InterruptedException {
        Deque<Path> open = new ArrayDeque<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(Files::isRegularFile).filter(MachineBase::isProgram).forEach(open::add);
        }
        Set<String> known = new HashSet<>();
        while (!open.isEmpty()) {
            Matcher library = LIBRARY.matcher(run(List.of("ldd", open.pop().toString())));
            while (library.find()) {
                Path file = Path.of(library.group(1));
                if (!file.startsWith(root) && known.add(file.toString())) {
                    copy(file.toRealPath(), root.resolve(file.toString().substring(1)));
                }
            }
        }
    }

    private static boolean isProgram(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 0x7f && head[1] == 'E' && head[2] == 'L' && head[3] == 'F';
        } catch (IOException e) {
            return false;
        }
    }

    private void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        if (!Files.exists(to)) {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        assertThat(exit == 0 || text.contains("not a dynamic executable") || text.contains("statically linked"))
                .as("%s: %s", command, text)
                .isTrue();
        return text;
    }
}

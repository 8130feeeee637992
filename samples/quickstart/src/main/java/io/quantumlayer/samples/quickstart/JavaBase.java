package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder with a small Java of this machine's own, for machines that can reach no image with one. */
final class JavaBase {
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");
    private static final String MODULES = "java.base,java.logging,java.management,java.naming,java.net.http,java.sql,"
            + "java.xml,jdk.crypto.ec,jdk.httpserver,jdk.unsupported";

    private final Path root;

    private JavaBase(Path root) {
        this.root = root;
    }

    /** Makes it below home at the first use, with the release of Java in its name; takes seconds. */
    static Path in(Path folder) {
        Path made = folder.resolve(Runtime.version().toString());
        if (Files.isDirectory(made)) {
            return made;
        }
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempDirectory(folder, "draft");
            new JavaBase(draft).make();
            Files.move(draft, made);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a base with Java in " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("it was interrupted");
        }
    }

    private void make() throws IOException, InterruptedException {
        Path java = Files.createDirectories(root.resolve("opt")).resolve("java");
        Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        if (!Files.isExecutable(jlink)) {
            throw refused(jlink + " is not there: run ql with a whole JDK");
        }
        run(
                jlink.toString(),
                "--add-modules",
                MODULES,
                "--strip-debug",
                "--no-man-pages",
                "--no-header-files",
                "--output",
                java.toString());
        for (Path link : files(java).filter(Files::isSymbolicLink).toList()) {
            Path real = link.toRealPath();
            Files.delete(link);
            Files.copy(real, link);
        }
        libraries();
    }

    /** Adds what the programs are linked with. */
    private void libraries() throws IOException, InterruptedException {
        Deque<Path> open =
                new ArrayDeque<>(files(root).filter(JavaBase::isProgram).toList());
        Set<Path> known = new HashSet<>();
        while (!open.isEmpty()) {
            Matcher library = LIBRARY.matcher(run("ldd", open.pop().toString()));
            while (library.find()) {
                Path file = Path.of(library.group(1));
                Path copy = root.resolve(file.toString().substring(1));
                if (!file.startsWith(root) && known.add(file) && !Files.exists(copy)) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file.toRealPath(), copy);
                }
            }
        }
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)).toList().stream();
        }
    }

    private static boolean isProgram(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 0x7f && head[1] == 'E' && head[2] == 'L' && head[3] == 'F';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean done = process.waitFor() == 0 || text.contains("not a dynamic") || text.contains("statically linked");
        if (!done) {
            throw refused(List.of(command) + " said: " + text.strip());
        }
        return text;
    }

    private static QuantumLayerException refused(String why) {
        return new QuantumLayerException(Failure.of(
                ErrorType.CONFIGURATION,
                "ql.java-base",
                "no base with Java could be made of this machine; name an image with --java-base: " + why));
    }
}

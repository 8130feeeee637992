package io.quantumlayer.core.internal.process;

import io.quantumlayer.api.spi.process.InstalledTool;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds tools in fixed folders by asking each program where it really is, so that the shims of version managers, which
 * would not work in a sandbox, are seen through. Thread-safe.
 */
public final class LocalToolchain implements Toolchain {
    private static final String PYTHON_SAYS =
            "import os, sys; print('%d.%d.%d' % sys.version_info[:3]); print(os.path.realpath(sys._base_executable));"
                    + " print(sys.base_prefix)";
    private static final String UV_SAYS = "import uv; print(uv.find_uv_bin())";
    private static final String NODE_SAYS = "process.version.slice(1) + '\\n' + process.execPath";

    private final Path javaHome;
    private final Tools search;
    private final Map<Tool, Object> turns = new EnumMap<>(Tool.class);
    private final Map<Tool, Optional<InstalledTool>> found = new ConcurrentHashMap<>();

    /**
     * Creates a toolchain; nothing is started before a tool is first asked for.
     *
     * @param javaHome the folder of the JDK that commands use
     * @param searchPath folders to look in before the system's own, joined by colons; may be empty
     */
    public LocalToolchain(Path javaHome, String searchPath) {
        this(javaHome, Tools.of(searchPath + ":" + Tools.SYSTEM));
    }

    LocalToolchain(Path javaHome, Tools search) {
        this.javaHome = javaHome;
        this.search = search;
        for (Tool tool : Tool.values()) {
            turns.put(tool, new Object());
        }
    }

    /** Tools are looked for side by side, each once; a search that was interrupted is not remembered. */
    @Override
    public Optional<InstalledTool> find(Tool tool) {
        synchronized (Objects.requireNonNull(turns.get(tool))) {
            Optional<InstalledTool> known = found.get(tool);
            if (known == null) {
                known = look(tool);
                if (!Thread.currentThread().isInterrupted()) {
                    found.put(tool, known);
                }
            }
            return known;
        }
    }

    private Optional<InstalledTool> look(Tool tool) {
        return switch (tool) {
            case JAVA -> Optional.of(java());
            case PYTHON ->
                search.find("python3").or(() -> search.find("python")).flatMap(this::python);
            case UV -> uv();
            case PIP -> pip();
            case NODE -> search.find("node").or(() -> search.find("nodejs")).flatMap(this::node);
            case NPM -> search.find("npm").flatMap(this::npm);
            case MAVEN -> search.find("mvn").map(this::maven);
        };
    }

    private InstalledTool java() {
        Path program = javaHome.resolve("bin").resolve("java");
        return new InstalledTool(Tool.JAVA, List.of(program.toString()), "", List.of(), Map.of());
    }

    private Optional<InstalledTool> python(Path program) {
        List<String> said = ask(program.toString(), "-I", "-c", PYTHON_SAYS);
        if (said.size() != 3 || !Files.isExecutable(Path.of(said.get(1)))) {
            return Optional.empty();
        }
        return Optional.of(new InstalledTool(
                Tool.PYTHON, List.of(said.get(1)), said.get(0), foreign(Path.of(said.get(2))), Map.of()));
    }

    /** A script of that name is a version manager's; the Python package tells where the program is. */
    private Optional<InstalledTool> uv() {
        Optional<Path> program = search.find("uv").filter(file -> !isScript(file));
        if (program.isEmpty()) {
            program = find(Tool.PYTHON).map(python -> ask(python.words().get(0), "-c", UV_SAYS)).stream()
                    .filter(said -> said.size() == 1)
                    .map(said -> Path.of(said.get(0)))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
        return program.map(LocalToolchain::real).flatMap(file -> {
            List<String> said = ask(file.toString(), "--version");
            return said.isEmpty() || !said.get(0).startsWith("uv ")
                    ? Optional.<InstalledTool>empty()
                    : Optional.of(new InstalledTool(
                            Tool.UV, List.of(file.toString()), second(said.get(0)), foreign(file), pythonOfUv()));
        });
    }

    private Map<String, String> pythonOfUv() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("UV_PYTHON_DOWNLOADS", "never");
        find(Tool.PYTHON)
                .ifPresent(python -> environment.put("UV_PYTHON", python.words().get(0)));
        return environment;
    }

    private Optional<InstalledTool> pip() {
        Optional<InstalledTool> python = find(Tool.PYTHON);
        if (python.isEmpty()) {
            return Optional.empty();
        }
        List<Path> interpreter = python.get().readable();
        Optional<InstalledTool> uv = find(Tool.UV);
        if (uv.isPresent()) {
            List<Path> readable = Stream.concat(uv.get().readable().stream(), interpreter.stream())
                    .toList();
            List<String> words = List.of(uv.get().words().get(0), "pip");
            return Optional.of(new InstalledTool(
                    Tool.PIP, words, uv.get().version(), readable, uv.get().environment()));
        }
        String program = python.get().words().get(0);
        List<String> said = ask(program, "-I", "-m", "pip", "--version");
        return said.isEmpty() || !said.get(0).startsWith("pip ")
                ? Optional.empty()
                : Optional.of(new InstalledTool(
                        Tool.PIP,
                        List.of(program, "-m", "pip"),
                        second(said.get(0)),
                        interpreter,
                        Map.of("PIP_DISABLE_PIP_VERSION_CHECK", "1")));
    }

    private Optional<InstalledTool> node(Path program) {
        List<String> said = ask(program.toString(), "-p", NODE_SAYS);
        if (said.size() != 2 || !Files.isExecutable(Path.of(said.get(1)))) {
            return Optional.empty();
        }
        Path real = real(Path.of(said.get(1)));
        return Optional.of(
                new InstalledTool(Tool.NODE, List.of(real.toString()), said.get(0), foreign(home(real)), Map.of()));
    }

    /** npm is a script for node; a shim in its place is passed by for the one that came with node. */
    private Optional<InstalledTool> npm(Path program) {
        Optional<InstalledTool> node = find(Tool.NODE);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Path interpreter = Path.of(node.get().words().get(0));
        Path script = Stream.of(real(program), home(interpreter).resolve("lib/node_modules/npm/bin/npm-cli.js"))
                .filter(file -> file.endsWith("npm-cli.js") && Files.isRegularFile(file))
                .findFirst()
                .orElse(program);
        List<String> words = script.endsWith("npm-cli.js")
                ? List.of(interpreter.toString(), script.toString())
                : List.of(script.toString());
        List<Path> readable = Stream.concat(node.get().readable().stream(), foreign(home(script)).stream())
                .toList();
        return Optional.of(new InstalledTool(Tool.NPM, words, "", readable, Map.of()));
    }

    private InstalledTool maven(Path program) {
        Path real = real(program);
        List<Path> readable = home(real).equals(Path.of("/usr"))
                ? List.of()
                : JavaInstallation.paths(home(real)).stream()
                        .flatMap(path -> foreign(path).stream())
                        .toList();
        return new InstalledTool(
                Tool.MAVEN, List.of(real.toString()), "", readable, Map.of("JAVA_HOME", javaHome.toString()));
    }

    /** What lies outside the system's own folders has to be shown to a sandbox. */
    private static List<Path> foreign(Path path) {
        boolean system = Set.of("usr", "bin", "sbin", "lib", "lib64")
                .contains(path.getNameCount() == 0 ? "" : path.getName(0).toString());
        return system ? List.of() : List.of(path);
    }

    private static Path home(Path program) {
        Path bin = program.getParent();
        return bin == null || bin.getParent() == null ? program : bin.getParent();
    }

    private static boolean isScript(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.read() == '#';
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException gone) {
            return file;
        }
    }

    private List<String> ask(String... command) {
        return ShortCommand.output(List.of(command), search.joined()).lines().toList();
    }

    /** The version in an answer such as {@code uv 0.9.9 (build)}. */
    private static String second(String answer) {
        return answer.split(" ", -1)[1];
    }
}

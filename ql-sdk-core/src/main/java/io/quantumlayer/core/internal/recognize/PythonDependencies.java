package io.quantumlayer.core.internal.recognize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.quantumlayer.api.spi.generator.Recipe.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a Python project depends on, and how it is installed. Only wheels are taken, so that nothing runs while the
 * network is open.
 *
 * @param from the file that names the dependencies, or the empty text if there are none
 * @param fetch the command that installs them, if there are any
 * @param text the dependencies as written, in lower case
 * @param added a list of requirements made from a lock file
 */
record PythonDependencies(String from, Optional<Command> fetch, String text, Map<String, String> added) {
    static final String LIB = Commands.OWN + "/lib";
    private static final String LIST = Commands.OWN + "/requirements.txt";
    private static final String INSTALL = "{pip} install -q --only-binary :all: --target " + LIB + " -r ";
    private static final Pattern HASHED = Pattern.compile("(?m)--hash=sha256:");

    static PythonDependencies of(GivenTree tree) {
        if (tree.has("uv.lock")) {
            return uv(tree);
        }
        if (tree.has("poetry.lock")) {
            return listed("poetry.lock", poetry(toml(tree, "poetry.lock")));
        }
        Optional<String> requirements = tree.text("requirements.txt");
        if (requirements.isPresent()) {
            String text = requirements.get();
            String hashes = HASHED.matcher(text).find() ? "--require-hashes " : "";
            Command fetch = fetching(hashes, "requirements.txt", "requirements.txt");
            return new PythonDependencies(
                    "requirements.txt", Optional.of(fetch), text.toLowerCase(Locale.ROOT), Map.of());
        }
        return tree.has("pyproject.toml")
                ? listed("pyproject.toml", project(toml(tree, "pyproject.toml")))
                : new PythonDependencies("", Optional.empty(), "", Map.of());
    }

    boolean has(String name) {
        return Pattern.compile("(?m)^\\s*" + Pattern.quote(name) + "\\b(?![-_.])")
                .matcher(text)
                .find();
    }

    /** With its option the installer refuses whatever has no hash, so that some hashes mean all. */
    private static Command fetching(String hashes, String list, String from) {
        Command fetch = Command.fetching("sh", "-ec", install(hashes, list));
        return hashes.isEmpty() ? fetch : fetch.lockedBy(from);
    }

    private static String install(String options, String list) {
        return "mkdir -p " + LIB + "\n" + INSTALL.replace("-r ", options + "-r ") + list;
    }

    /** The export takes what the lock holds and asks nobody. */
    private static PythonDependencies uv(GivenTree tree) {
        List<String> names = new ArrayList<>();
        toml(tree, "uv.lock")
                .path("package")
                .forEach(one -> names.add(one.path("name").asText()));
        String export = "mkdir -p " + Commands.OWN
                + "\n{uv} export -q --frozen --no-dev --no-emit-project --no-header -o " + LIST + " > /dev/null\n";
        Command fetch = Command.fetching("sh", "-ec", export + install("--require-hashes ", LIST))
                .lockedBy("uv.lock");
        return new PythonDependencies("uv.lock", Optional.of(fetch), String.join("\n", names), Map.of());
    }

    private static PythonDependencies listed(String from, List<String> requirements) {
        String text = String.join("\n", requirements) + "\n";
        if (requirements.isEmpty()) {
            return new PythonDependencies("", Optional.empty(), "", Map.of());
        }
        String hashes = HASHED.matcher(text).find() ? "--require-hashes " : "";
        Command fetch = fetching(hashes, LIST, from);
        return new PythonDependencies(from, Optional.of(fetch), text.toLowerCase(Locale.ROOT), Map.of(LIST, text));
    }

    /** Poetry writes exact versions and the hashes of every file of them. */
    private static List<String> poetry(JsonNode lock) {
        List<String> all = new ArrayList<>();
        for (JsonNode one : lock.path("package")) {
            boolean main = !one.has("groups") || values(one.path("groups")).contains("main");
            if (main && !one.path("optional").asBoolean()) {
                String hashes = StreamSupport.stream(one.path("files").spliterator(), false)
                        .map(file -> " --hash=" + file.path("hash").asText())
                        .collect(Collectors.joining());
                String marker = one.path("markers").isTextual()
                        ? " ; " + one.path("markers").asText()
                        : "";
                all.add(one.path("name").asText() + "==" + one.path("version").asText() + marker + hashes);
            }
        }
        return all;
    }

    private static List<String> project(JsonNode pyproject) {
        JsonNode poetry = pyproject.at("/tool/poetry/dependencies");
        if (!poetry.isMissingNode() && pyproject.at("/project/dependencies").isMissingNode()) {
            throw Refusal.unrecognized(
                    "pyproject.toml is Poetry's and has no poetry.lock beside it: run 'poetry lock' first");
        }
        return values(pyproject.at("/project/dependencies"));
    }

    private static List<String> values(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode toml(GivenTree tree, String path) {
        try {
            return new TomlMapper().readTree(tree.text(path).orElse(""));
        } catch (JsonProcessingException e) {
            throw Refusal.unreadable(
                    path,
                    "it is no TOML, line "
                            + (e.getLocation() == null
                                    ? "unknown"
                                    : Integer.toString(e.getLocation().getLineNr())));
        }
    }
}

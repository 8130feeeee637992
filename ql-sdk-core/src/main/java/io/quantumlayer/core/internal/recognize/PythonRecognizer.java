package io.quantumlayer.core.internal.recognize;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.generator.Recipe.Command;
import io.quantumlayer.api.spi.generator.Recipe.Probe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Python applications: Django, FastAPI, Flask, or one file that is started. */
final class PythonRecognizer implements Recognizer {
    private static final List<String> SIGNS =
            List.of("uv.lock", "poetry.lock", "requirements.txt", "pyproject.toml", "manage.py");
    private static final List<String> STARTED = List.of("main.py", "app.py", "server.py", "run.py");
    private static final String SERVER = Commands.OWN + "/wsgi_server.py";

    private final boolean built;

    /**
     * Creates a recognizer.
     *
     * @param built whether for projects with a file of a build tool, else for files alone
     */
    PythonRecognizer(boolean built) {
        this.built = built;
    }

    @Override
    public String language() {
        return "python";
    }

    @Override
    public String looksFor() {
        return String.join(", ", built ? SIGNS : STARTED);
    }

    @Override
    public Optional<String> sign(GivenTree tree) {
        return (built ? SIGNS : STARTED).stream().filter(tree::has).findFirst();
    }

    @Override
    public Recognized recognize(GivenTree tree, Hints hints) {
        PythonDependencies libraries = PythonDependencies.of(tree);
        List<String> seen = new ArrayList<>(hints.seen());
        if (!libraries.from().isEmpty()) {
            boolean locked =
                    libraries.text().contains("--hash=") || libraries.from().equals("uv.lock");
            seen.add(libraries.from() + ": Python libraries" + (locked ? ", locked with hashes" : ", not locked"));
        }
        Map<String, String> added = new LinkedHashMap<>(libraries.added());
        Optional<PythonEntry> entry = PythonEntry.django(tree)
                .or(() -> byFramework(tree, libraries, "fastapi", hints))
                .or(() -> byFramework(tree, libraries, "flask", hints));
        entry.ifPresent(
                found -> seen.add(found.file() + ": " + found.framework() + " application '" + found.name() + "'"));
        List<String> run = hints.start(prelude(entry.map(PythonEntry::path).orElse(".")))
                .orElseGet(() -> entry.map(found -> served(found, libraries, seen, added))
                        .orElseGet(() -> file(tree, seen)));
        List<Command> build = new ArrayList<>(libraries.fetch().stream().toList());
        if (!build.isEmpty()) {
            // Links to nowhere outside may be among scripts; a stored tree holds none.
            build.add(Commands.script("find " + PythonDependencies.LIB + " -type l -delete"));
        }
        Recipe recipe = new Recipe(build, ".", run, Map.of(), List.of(Probe.answer("/")));
        String framework = entry.map(PythonEntry::framework).orElse("");
        AppKind kind = framework.equals("django") ? AppKind.WEB : AppKind.API;
        Recognized.Shape shape =
                new Recognized.Shape(kind, "python", framework, sign(tree).orElseThrow());
        return new Recognized(shape, recipe, added, seen);
    }

    private static Optional<PythonEntry> byFramework(
            GivenTree tree, PythonDependencies libraries, String framework, Hints hints) {
        if (!libraries.has(framework) || !hints.command().isEmpty()) {
            return Optional.empty();
        }
        return PythonEntry.of(tree, framework);
    }

    private static String prelude(String path) {
        return "export PYTHONPATH=" + path + ":" + PythonDependencies.LIB + " PYTHONDONTWRITEBYTECODE=1"
                + " PYTHONUNBUFFERED=1; ";
    }

    private static List<String> file(GivenTree tree, List<String> seen) {
        String file = STARTED.stream()
                .filter(tree::has)
                .findFirst()
                .orElseThrow(() -> Refusal.unrecognized("Python is there, but nothing that can be started: looked for"
                        + " manage.py, a FastAPI or Flask application whose framework is among the dependencies, a web"
                        + " line in a Procfile, and " + String.join(", ", STARTED)));
        boolean listens = tree.code(file).contains("PORT");
        seen.add(file + ": started by Python" + (listens ? "" : "; it does not mention PORT, where it has to listen"));
        return shell(".", "{python} " + file);
    }

    private static List<String> served(
            PythonEntry entry, PythonDependencies libraries, List<String> seen, Map<String, String> added) {
        String target = entry.module() + ":" + entry.name();
        String factory = entry.isFactory() ? " --factory" : "";
        if (entry.framework().equals("fastapi")) {
            if (!libraries.has("uvicorn") && !libraries.has("fastapi[standard]")) {
                throw Refusal.unrecognized("a FastAPI application needs a server: add uvicorn to " + libraries.from());
            }
            return shell(entry.path(), "{python} -m uvicorn " + target + factory + " --host 127.0.0.1 --port $PORT");
        }
        String called = entry.isFactory() ? "'" + target + "()'" : target;
        if (libraries.has("gunicorn")) {
            seen.add(libraries.from() + ": served by gunicorn");
            return shell(entry.path(), "{python} -m gunicorn --worker-tmp-dir /tmp -b 127.0.0.1:$PORT " + called);
        }
        if (libraries.has("waitress")) {
            seen.add(libraries.from() + ": served by waitress");
            String call = entry.isFactory() ? "--call " : "";
            return shell(entry.path(), "{python} -m waitress --listen=127.0.0.1:$PORT " + call + target);
        }
        seen.add("no gunicorn or waitress among the libraries: served by the WSGI server that Python brings along");
        added.put(SERVER, resource());
        return shell(
                entry.path(),
                "{python} " + SERVER + " " + entry.module() + " " + entry.name()
                        + (entry.isFactory() ? " factory" : ""));
    }

    private static List<String> shell(String path, String command) {
        return List.of("/bin/sh", "-c", prelude(path) + "exec " + command);
    }

    private static String resource() {
        try (InputStream in =
                Objects.requireNonNull(PythonRecognizer.class.getResourceAsStream("wsgi_server.py.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the WSGI server cannot be read", e);
        }
    }
}

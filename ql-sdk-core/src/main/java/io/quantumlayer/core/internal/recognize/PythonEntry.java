package io.quantumlayer.core.internal.recognize;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The application object of a Python project.
 *
 * @param framework the framework it is of
 * @param file the file that holds it
 * @param name its name there
 */
record PythonEntry(String framework, String file, String name) {
    private static final List<String> USUAL =
            List.of("main.py", "app.py", "asgi.py", "wsgi.py", "application.py", "server.py", "__init__.py");
    private static final Map<String, Pattern> OBJECTS = new TreeMap<>(Map.of(
            "fastapi", Pattern.compile("(?m)^(\\w+)\\s*(?::\\s*[\\w.]+\\s*)?=\\s*(?:fastapi\\.)?FastAPI\\("),
            "flask", Pattern.compile("(?m)^(\\w+)\\s*(?::\\s*[\\w.]+\\s*)?=\\s*(?:flask\\.)?Flask\\(")));
    private static final Pattern FACTORY = Pattern.compile("(?m)^def\\s+(create_app|make_app)\\s*\\(\\s*\\)");
    private static final Pattern SETTINGS = Pattern.compile("DJANGO_SETTINGS_MODULE[\"']\\s*,\\s*[\"']([\\w.]+)[\"']");

    /** Returns the module, as Python names it from the folder that {@link #path} gives. */
    String module() {
        String path = file.startsWith("src/") ? file.substring("src/".length()) : file;
        String dotted = path.substring(0, path.length() - ".py".length()).replace('/', '.');
        return dotted.endsWith(".__init__") ? dotted.substring(0, dotted.length() - ".__init__".length()) : dotted;
    }

    /** Returns the folder that modules are looked up from. */
    String path() {
        return file.startsWith("src/") ? "src" : ".";
    }

    boolean isFactory() {
        return name.endsWith("_app") && name.contains("e_");
    }

    /** Returns Django's, if there is a {@code manage.py}. */
    static Optional<PythonEntry> django(GivenTree tree) {
        Matcher settings = SETTINGS.matcher(tree.code("manage.py"));
        if (!settings.find()) {
            return Optional.empty();
        }
        String module = settings.group(1);
        String folder =
                module.contains(".") ? module.substring(0, module.indexOf('.')).concat("/") : "";
        String wsgi = folder + "wsgi.py";
        if (!tree.has(wsgi)) {
            throw Refusal.unrecognized("manage.py names the settings " + module + ", but there is no " + wsgi);
        }
        return Optional.of(new PythonEntry("django", wsgi, "application"));
    }

    /** Returns the only application object of a framework, or the one in the file with the most usual name. */
    static Optional<PythonEntry> of(GivenTree tree, String framework) {
        Map<String, PythonEntry> found = new TreeMap<>();
        Pattern object = OBJECTS.get(framework);
        tree.ending(".py").forEach(path -> {
            String code = tree.code(path);
            Matcher assigned = object == null ? FACTORY.matcher("") : object.matcher(code);
            if (assigned.find()) {
                found.put(path, new PythonEntry(framework, path, assigned.group(1)));
            } else if (code.toLowerCase(Locale.ROOT).contains(framework)) {
                Matcher factory = FACTORY.matcher(code);
                if (factory.find()) {
                    found.put(path, new PythonEntry(framework, path, factory.group(1)));
                }
            }
        });
        for (String usual : USUAL) {
            Optional<PythonEntry> named = Optional.ofNullable(found.get(usual));
            if (found.size() > 1 && named.isPresent()) {
                return named;
            }
        }
        if (found.size() > 1) {
            throw Refusal.ambiguous(
                    framework + " application", found.keySet(), "name one in a Procfile, or state the plan's command");
        }
        return found.values().stream().findFirst();
    }
}

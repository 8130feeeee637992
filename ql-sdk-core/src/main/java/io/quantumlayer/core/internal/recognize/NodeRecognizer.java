package io.quantumlayer.core.internal.recognize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.generator.Recipe.Command;
import io.quantumlayer.api.spi.generator.Recipe.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Node applications, and front ends that a bundler makes into files. */
final class NodeRecognizer implements Recognizer {
    private static final String PACKAGE = "package.json";
    private static final String LOCK = NpmLock.NAME;
    private static final List<String> SERVERS =
            List.of("express", "fastify", "koa", "@nestjs/core", "@hapi/hapi", "hono", "next", "nuxt");
    private static final Map<String, String> BUNDLERS =
            Map.of("vite", "dist", "react-scripts", "build", "@angular/cli", "dist", "parcel", "dist");
    private static final List<String> STARTED = List.of("server.js", "index.js", "app.js", "main.js");
    private static final Pattern NODE = Pattern.compile("node ([\\w@./ =-]+)");
    private static final String PATH = " PATH=\"$(dirname {node}):$PATH\"";
    private static final String QUIET = " --ignore-scripts --no-audit --no-fund --no-progress";

    /** A stored tree holds no links: a program's becomes a script beside it, a workspace's a copy. */
    private static final String WITHOUT_LINKS = """
            if [ ! -d node_modules ]; then exit 0; fi
            find . -type l -path '*node_modules/*' | while read -r link; do
              target=$(readlink "$link"); real=$(readlink -f "$link" || true); rm "$link"
              case $link in
                */.bin/*)
                  by=
                  if head -n 1 "$real" | grep -q node; then by='node '; fi
                  printf '#!/bin/sh\\nexec %s"$(dirname "$0")/%s" "$@"\\n' "$by" "$target" > "$link"
                  chmod +x "$link" ;;
                *) case $real in "$PWD"/*) if [ -e "$real" ]; then cp -R "$real" "$link"; fi ;; esac ;;
              esac
            done
            """;

    @Override
    public String language() {
        return "node";
    }

    @Override
    public boolean speaks(String stated) {
        return Set.of("node", "javascript", "typescript").contains(stated);
    }

    @Override
    public String looksFor() {
        return PACKAGE;
    }

    @Override
    public Optional<String> sign(GivenTree tree) {
        return tree.has(PACKAGE) ? Optional.of(PACKAGE) : Optional.empty();
    }

    @Override
    public Recognized recognize(GivenTree tree, Hints hints) {
        JsonNode json = json(tree);
        List<String> seen = new ArrayList<>(hints.seen());
        List<Command> build = build(tree, json, seen);
        Optional<String> server =
                SERVERS.stream().filter(name -> depends(json, name)).findFirst();
        Optional<String> bundler = BUNDLERS.keySet().stream()
                .sorted()
                .filter(name -> depends(json, name))
                .findFirst();
        boolean started = !script(json, "start").isEmpty() || !hints.command().isEmpty();
        boolean pages = bundler.isPresent()
                && server.isEmpty()
                && (!started || bundler.get().equals("react-scripts"));
        if (pages && !script(json, "build").isEmpty()) {
            String folder = BUNDLERS.getOrDefault(bundler.get(), "dist");
            seen.add(PACKAGE + ": front end built by " + bundler.get() + " into " + folder + ", served as files");
            Recipe recipe = StaticRecognizer.served(build, folder, true);
            Recognized.Shape shape = new Recognized.Shape(AppKind.FRONTEND, "node", id(bundler.get()), PACKAGE);
            return new Recognized(shape, recipe, StaticRecognizer.server(), seen);
        }
        List<String> run = hints.start("").orElseGet(() -> run(tree, json, seen));
        if (!build.isEmpty()) {
            build.add(Commands.script(WITHOUT_LINKS));
        }
        Recipe recipe = new Recipe(build, ".", run, Map.of(), List.of(Probe.answer("/")));
        Recognized.Shape shape = new Recognized.Shape(AppKind.API, "node", id(server.orElse("")), PACKAGE);
        return new Recognized(shape, recipe, Map.of(), seen);
    }

    private static List<Command> build(GivenTree tree, JsonNode json, List<String> seen) {
        List<Command> build = new ArrayList<>();
        boolean any = !json.path("dependencies").isEmpty()
                || !json.path("devDependencies").isEmpty();
        if (any && (tree.has("pnpm-lock.yaml") || tree.has("yarn.lock")) && !tree.has("package-lock.json")) {
            throw Refusal.unrecognized("only npm can install here, and the source has "
                    + (tree.has("pnpm-lock.yaml") ? "pnpm-lock.yaml" : "yarn.lock")
                    + " without package-lock.json: run 'npm install --package-lock-only' beside it");
        }
        if (any && tree.has("package-lock.json")) {
            boolean hashed = NpmLock.read(tree).isHashed();
            seen.add(LOCK + ": libraries, locked " + (hashed ? "with hashes" : "without a hash for each"));
            Command fetch = Command.fetching("sh", "-ec", "{npm} ci" + QUIET);
            build.add(hashed ? fetch.lockedBy(LOCK) : fetch);
        } else if (any) {
            seen.add(PACKAGE + ": libraries, not locked");
            build.add(Command.fetching("sh", "-ec", "{npm} install --no-package-lock" + QUIET));
        }
        if (!script(json, "build").isEmpty()) {
            build.add(Command.offline("sh", "-ec", "export" + PATH + "\n{npm} run build"));
        }
        return build;
    }

    private static List<String> run(GivenTree tree, JsonNode json, List<String> seen) {
        String start = script(json, "start");
        Matcher node = NODE.matcher(start);
        if (node.matches()) {
            seen.add(PACKAGE + ": started by '" + start + "'");
            return List.of("/bin/sh", "-c", "exec {node} " + node.group(1));
        }
        if (!start.isEmpty()) {
            seen.add(PACKAGE + ": started by its script '" + start + "'");
            return List.of(
                    "/bin/sh",
                    "-c",
                    "export HOME=/tmp npm_config_cache=/tmp/npm" + PATH + "; exec {npm} start --silent");
        }
        String main = json.path("main").asText("");
        String file = (main.isEmpty() ? STARTED.stream() : Stream.of(main))
                .filter(tree::has)
                .findFirst()
                .orElseThrow(() -> Refusal.unrecognized(
                        "package.json is there, but nothing that can be started: looked for the script 'start', 'main',"
                                + " a build by "
                                + String.join(
                                        ", ",
                                        BUNDLERS.keySet().stream().sorted().toList())
                                + ", a web line in a Procfile, and " + String.join(", ", STARTED)));
        seen.add(PACKAGE + ": started is " + file);
        return List.of("{node}", file);
    }

    /** Packages of a scope are known by its name. */
    private static String id(String name) {
        return name.replaceAll("^@|/.*$", "");
    }

    private static boolean depends(JsonNode json, String name) {
        return json.path("dependencies").has(name)
                || json.path("devDependencies").has(name);
    }

    private static String script(JsonNode json, String name) {
        return json.path("scripts").path(name).asText("").strip();
    }

    private static JsonNode json(GivenTree tree) {
        try {
            return new ObjectMapper().readTree(tree.text(PACKAGE).orElse("{}"));
        } catch (JsonProcessingException e) {
            throw Refusal.unreadable(PACKAGE, "it is no JSON");
        }
    }
}

package io.quantumlayer.core.internal.recognize;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.generator.Recipe.Command;
import io.quantumlayer.api.spi.generator.Recipe.Probe;
import io.quantumlayer.api.spi.generator.Recipe.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Pages that are served as they are, by a small server in Java that is added to them. */
final class StaticRecognizer implements Recognizer {
    static final String SERVER = Commands.OWN + "/SiteServer.java";
    private static final List<String> FOLDERS = List.of("", "public/", "site/", "www/", "html/", "dist/", "build/");

    @Override
    public String language() {
        return "html";
    }

    @Override
    public String looksFor() {
        return "index.html (also in public, site, www, html, dist or build)";
    }

    @Override
    public Optional<String> sign(GivenTree tree) {
        return FOLDERS.stream()
                .map(folder -> folder + "index.html")
                .filter(tree::has)
                .findFirst();
    }

    @Override
    public Recognized recognize(GivenTree tree, Hints hints) {
        String page = sign(tree).orElseThrow(() -> Refusal.unrecognized("looked for " + looksFor()));
        String folder = page.substring(0, page.length() - "index.html".length());
        List<String> seen = new ArrayList<>(hints.seen());
        seen.add(page + ": pages, served as they are");
        Recognized.Shape shape = new Recognized.Shape(AppKind.STATIC, "html", "", page);
        Recipe recipe = served(List.of(), folder.isEmpty() ? "." : folder.substring(0, folder.length() - 1), false);
        return new Recognized(shape, recipe, server(), seen);
    }

    /**
     * Serves a folder once it is built.
     *
     * @param single whether an address that is no file gives the one page, which knows its addresses itself
     */
    static Recipe served(List<Command> build, String folder, boolean single) {
        String compile = "mkdir -p " + folder + "/" + Commands.OWN + "\n"
                + Commands.javac("-d " + folder + "/" + Commands.OWN + " " + SERVER);
        return new Recipe(
                Stream.concat(build.stream(), Stream.of(Commands.script(compile)))
                        .toList(),
                folder,
                List.of(
                        "{java}",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Commands.OWN,
                        "SiteServer",
                        ".",
                        single ? "single" : "several"),
                Map.of(),
                List.of(new Probe("/", 200, "", Purpose.HEALTH)));
    }

    static Map<String, String> server() {
        try (InputStream in =
                Objects.requireNonNull(StaticRecognizer.class.getResourceAsStream("SiteServer.java.txt"))) {
            return Map.of(SERVER, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the site server cannot be read", e);
        }
    }
}

package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless browser without a screen, and what it asked for while it showed a page. */
final class Browser {
    /** What a page asks for names the page as its initiator; what the browser asks for by itself does not. */
    private static final Pattern REQUEST =
            Pattern.compile("\"initiator\":\"https?://[^\"]+\".*?\"url\":\"((?:https?|wss?)://[^\"]+)\"");

    private final Path program;
    private final Path folder;

    private Browser(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    static Browser in(Path folder) throws IOException {
        Optional<Path> program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeThat(program).as("chromium is not installed: .ci/peers chromium").isPresent();
        return new Browser(program.orElseThrow(), Files.createDirectories(folder));
    }

    /**
     * What a page became.
     *
     * @param document the page once its scripts have run
     * @param requests every address that the page asked for
     */
    record Shown(String document, List<String> requests) {}

    Shown show(URI page) throws IOException, InterruptedException {
        Path log = folder.resolve("net.json");
        Path document = folder.resolve("page.html");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                        "--disable-component-update",
                        "--no-first-run",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--log-net-log=" + log,
                        "--virtual-time-budget=20000",
                        "--dump-dom",
                        page.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(document.toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the browser did not end");
        }
        TreeSet<String> requests = new TreeSet<>();
        Matcher request = REQUEST.matcher(Files.readString(log, StandardCharsets.UTF_8));
        while (request.find()) {
            requests.add(request.group(1));
        }
        return new Shown(Files.readString(document, StandardCharsets.UTF_8), List.copyOf(requests));
    }
}

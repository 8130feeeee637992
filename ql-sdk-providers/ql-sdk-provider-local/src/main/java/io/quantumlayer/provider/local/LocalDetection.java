package io.quantumlayer.provider.local;

import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Detection.Status;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.process.Sandbox;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.Toolchain;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks whether this machine can run releases now, and changes nothing by looking. */
final class LocalDetection {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final Duration LIMIT = Duration.ofMillis(1_500);

    private static final List<Tool> TOOLS = List.of(Tool.PYTHON, Tool.NODE);

    private final LocalHome home;
    private final LocalSettings settings;
    private final Machine machine;

    /**
     * What is there to be looked at.
     *
     * @param sandbox finds what confines applications
     * @param tools finds programs
     * @param windows whether this is Windows
     */
    record Machine(Supplier<Sandbox> sandbox, Toolchain tools, boolean windows) {
        static Machine of(Supplier<Sandbox> sandbox, Toolchain tools) {
            return new Machine(sandbox, tools, File.separatorChar == '\\');
        }
    }

    LocalDetection(LocalHome home, LocalSettings settings, Machine machine) {
        this.home = home;
        this.settings = settings;
        this.machine = machine;
    }

    Detection detect(CallContext context) throws IOException {
        List<ToolSearch> searches = TOOLS.stream()
                .map(tool -> ToolSearch.start(machine.tools(), tool))
                .toList();
        Sandbox confinement = machine.sandbox().get();
        Map<String, String> abilities = abilities(confinement);
        for (ToolSearch search : searches) {
            search.version()
                    .filter(version -> !version.isEmpty())
                    .ifPresent(version -> abilities.put(search.tool().id() + ".version", version));
        }
        Optional<String> trouble = trouble(context);
        Status status = trouble.isPresent() ? Status.UNAVAILABLE : Status.READY;
        return new Detection(LocalProvider.ID, status, trouble.orElseGet(() -> ready(confinement)), abilities);
    }

    private Map<String, String> abilities(Sandbox confinement) {
        Map<String, String> abilities = new LinkedHashMap<>();
        settings.java().ifPresent(java -> abilities.put("java", java.path().toString()));
        settings.java().flatMap(JavaProgram::version).ifPresent(version -> abilities.put("java.version", version));
        abilities.put("sandbox", confinement.available() ? confinement.name() : "none");
        abilities.put("home", home.path().map(Path::toString).orElse("none"));
        return abilities;
    }

    private String ready(Sandbox confinement) {
        String confined =
                confinement.available() ? "applications run confined by " + confinement.name() : confinement.reason();
        return home.path().isPresent()
                ? "ready; " + confined
                : "ready for a preview, but a deployment needs a home: build the library with home(path)";
    }

    private Optional<String> trouble(CallContext context) throws IOException {
        if (machine.windows()) {
            return Optional.of("the local provider is not supported on Windows: use Linux, macOS or WSL");
        }
        if (!Files.isExecutable(SHELL)) {
            return Optional.of("the local provider runs on Linux and macOS, which have " + SHELL);
        }
        if (settings.java().isEmpty()) {
            return Optional.of(LocalFailures.noJava().message());
        }
        Optional<Path> blocked = home.path().filter(path -> !writable(path));
        if (blocked.isPresent()) {
            return Optional.of("the home " + blocked.get() + " cannot be written: choose another home(path)");
        }
        JavaProgram java = settings.java().get();
        return runs(java, context) ? Optional.empty() : Optional.of(java.path() + " does not run: set another 'java'");
    }

    private static boolean runs(JavaProgram java, CallContext context) throws IOException {
        Duration limit = LIMIT.compareTo(context.remaining()) < 0 ? LIMIT : context.remaining();
        try {
            return java.runs(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while looking whether java runs");
        }
    }

    /** A home that does not exist yet can be made where its nearest existing parent can be written. */
    private static boolean writable(Path path) {
        Path existing = path;
        while (existing != null && Files.notExists(existing)) {
            existing = existing.getParent();
        }
        return existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
    }
}

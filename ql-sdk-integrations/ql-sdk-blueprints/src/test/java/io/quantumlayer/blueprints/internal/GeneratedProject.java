package io.quantumlayer.blueprints.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** A service as a user would get it: written to a folder and built with its own {@code Build.java}. */
final class GeneratedProject {
    private static final TemplateSet TEMPLATES = TemplateSet.load("java-rest");

    private final Path root;

    private GeneratedProject(Path root) {
        this.root = root;
    }

    static SortedMap<String, byte[]> render(ServiceParameters parameters) {
        return TEMPLATES.render(parameters.templateValues());
    }

    static ServiceParameters parameters(String service, ResourceNoun noun, boolean authentication) {
        return new ServiceParameters(service, ServiceParameters.packageFor(service), noun, authentication);
    }

    static GeneratedProject write(Path root, ServiceParameters parameters) throws IOException {
        for (Map.Entry<String, byte[]> file : render(parameters).entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return new GeneratedProject(root);
    }

    /** Runs the build with this JVM's own JDK and returns what it printed, the exit status last. */
    String build(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), "Build.java"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "exit " + process.waitFor();
    }

    Path root() {
        return root;
    }

    Path jar() {
        return root.resolve("build/app.jar");
    }

    static String java() {
        return ProcessHandle.current().info().command().orElseThrow();
    }
}

package io.quantumlayer.image.jib.internal;

import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageLayer;
import io.quantumlayer.api.spi.image.ImageSpec;
import io.quantumlayer.api.spi.image.ImageSpecBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A built Java application: one jar with a main class, or a folder of classes; libraries in a layer below. */
final class JavaSource {
    private static final List<String> JARS = List.of("", "target", "build/libs");
    private static final List<String> LIBRARIES =
            List.of("lib", "libs", "target/lib", "target/dependency", "build/dependencies");
    private static final List<String> CLASSES = List.of("", "classes", "target/classes", "build/classes/java/main");
    private static final List<String> OTHERS = List.of("-sources.jar", "-javadoc.jar", "-tests.jar", "-plain.jar");

    private JavaSource() {}

    static boolean fits(Path root) throws IOException {
        return Stream.of("pom.xml", "build.gradle", "build.gradle.kts").anyMatch(f -> Files.exists(root.resolve(f)))
                || jar(root).isPresent()
                || classes(root).isPresent();
    }

    static ImageSpec spec(Path root, ImageBase base) throws IOException {
        Map<String, Path> libraries = libraries(root);
        ImageSpecBuilder spec = ImageSpec.on(base).workingDirectory("/app");
        if (!libraries.isEmpty()) {
            spec.addLayer(new ImageLayer("dependencies", libraries));
        }
        Optional<Path> jar = jar(root);
        if (jar.isPresent()) {
            spec.addLayer(new ImageLayer("application", Map.of("/app/app.jar", jar.get())));
            return spec.entrypoint(command(jar.get(), libraries)).build();
        }
        Path classes = classes(root)
                .orElseThrow(() -> Refusals.input(
                        "source", root + " holds no built jar or classes: run mvn package or gradle build first."));
        spec.addLayer(new ImageLayer("application", SourceFiles.below(classes, "/app/classes")));
        return spec.build();
    }

    private static List<String> command(Path jar, Map<String, Path> libraries) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String main = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (main == null) {
                return List.of();
            }
            return libraries.isEmpty()
                    ? List.of("java", "-jar", "/app/app.jar")
                    : List.of("java", "-cp", "/app/app.jar:/app/lib/*", main);
        }
    }

    private static Map<String, Path> libraries(Path root) throws IOException {
        Map<String, Path> libraries = new TreeMap<>();
        for (String folder : LIBRARIES) {
            for (Path jar : jars(root.resolve(folder))) {
                libraries.putIfAbsent("/app/lib/" + jar.getFileName(), jar);
            }
        }
        return libraries;
    }

    private static Optional<Path> jar(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : JARS) {
            found.addAll(jars(root.resolve(folder)));
        }
        found.removeIf(jar -> {
            String name = jar.getFileName().toString();
            return name.startsWith("original-") || OTHERS.stream().anyMatch(name::endsWith);
        });
        if (found.size() > 1) {
            throw Refusals.input("source", "Several jars could be the application: " + found + "; leave one.");
        }
        return found.stream().findFirst();
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(f -> f.toString().endsWith(".jar") && Files.isRegularFile(f))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Path> classes(Path root) throws IOException {
        for (String folder : CLASSES) {
            Path path = root.resolve(folder);
            if (Files.isDirectory(path) && holdsClasses(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private static boolean holdsClasses(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder, 8)) {
            return found.anyMatch(f -> f.toString().endsWith(".class"));
        }
    }
}

package io.quantumlayer.image.jib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageLayer;
import io.quantumlayer.api.spi.image.ImageSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceImagesTest {
    @TempDir
    private Path folder;

    @Test
    void putsNodeModulesBelowTheApplication() throws IOException {
        write("package.json", "{\"scripts\":{\"start\":\"node server.js\"},\"dependencies\":{\"a\":\"1\"}}");
        write("server.js", "");
        write("node_modules/a/index.js", "");

        ImageSpec spec = spec();

        assertThat(spec.layers()).extracting(ImageLayer::name).containsExactly("dependencies", "application");
        assertThat(spec.entrypoint()).containsExactly("node", "/app/server.js");
    }

    @Test
    void asksForNodeModulesThatAreMissing() throws IOException {
        write("package.json", "{\"dependencies\":{\"a\":\"1\"}}");

        assertThatThrownBy(this::spec).hasMessageContaining("npm ci");
    }

    @Test
    void runsPythonWithoutPackages() throws IOException {
        write("main.py", "");
        write("__pycache__/main.pyc", "");

        assertThat(spec().entrypoint()).containsExactly("python3", "/app/main.py");
        assertThat(spec().layers())
                .singleElement()
                .satisfies(l -> assertThat(l.files()).containsOnlyKeys("/app/main.py"));
    }

    @Test
    void asksForPythonPackagesThatAreMissing() throws IOException {
        write("main.py", "");
        write("requirements.txt", "# none\nflask==3.1.0\n");

        assertThatThrownBy(this::spec).hasMessageContaining("--require-hashes");
    }

    @Test
    void startsTheMainClassOfABuiltJar() throws IOException {
        write("pom.xml", "<project/>");
        jar("target/todo-1.jar", "org.example.Main");
        jar("target/todo-1-sources.jar", "");

        assertThat(spec().entrypoint()).containsExactly("java", "-jar", "/app/app.jar");
        jar("target/lib/a.jar", "");
        assertThat(spec().entrypoint()).containsExactly("java", "-cp", "/app/app.jar:/app/lib/*", "org.example.Main");
    }

    @Test
    void asksForABuildThatIsMissing() throws IOException {
        write("pom.xml", "<project/>");

        assertThatThrownBy(this::spec).hasMessageContaining("mvn package");
    }

    @Test
    void servesStaticPages() throws IOException {
        write("index.html", "");

        assertThat(spec().ports()).isEqualTo(List.of(8080));
    }

    @Test
    void refusesALinkOutOfTheFolder() throws IOException {
        write("index.html", "");
        Files.createSymbolicLink(folder.resolve("passwd"), Path.of("/etc/passwd"));

        assertThatThrownBy(this::spec).hasMessageContaining("is a link out of");
    }

    @Test
    void refusesAFolderThatIsNothingItKnows() {
        assertThatThrownBy(this::spec).hasMessageContaining("takes exactly one");
    }

    private ImageSpec spec() {
        return SourceImages.of(folder, new ImageBase.Scratch());
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void jar(String path, String main) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!main.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main);
        }
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
    }
}

package io.quantumlayer.image.jib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.image.BuiltImage;
import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageLayer;
import io.quantumlayer.api.spi.image.ImageSpec;
import io.quantumlayer.api.spi.image.ImageSpecBuilder;
import io.quantumlayer.api.spi.image.ImageTarget;
import io.quantumlayer.api.spi.registry.ImageReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JibImageBuilderTest {
    private final FolderRegistry registry = new FolderRegistry();

    @TempDir
    private Path folder;

    private Path page;

    @BeforeEach
    void writeAPage() throws IOException {
        page = Files.writeString(folder.resolve("index.html"), "<h1>hello</h1>");
    }

    @Test
    void givesOneDigestForEqualFilesInOtherFoldersAndTimes() throws IOException {
        Path other = Files.createDirectories(folder.resolve("deeper/still")).resolve("copy.html");
        Files.copy(page, other);
        Files.setLastModifiedTime(other, FileTime.fromMillis(1));

        BuiltImage first = build("first", spec(page).build(), layout("one"));
        BuiltImage second = build("second", spec(other).build(), layout("two"));

        assertThat(second).isEqualTo(first);
        assertThat(bytes(layout("two"))).isEqualTo(bytes(layout("one")));
    }

    @Test
    void changesOnlyTheLayerThatChanged() throws IOException {
        ImageLayer lower = new ImageLayer("lower", Map.of("/lower", page));
        Path changed = Files.writeString(folder.resolve("changed"), "more");
        BuiltImage first = build(
                "c",
                ImageSpec.on(new ImageBase.Scratch())
                        .addLayer(lower)
                        .addLayer(layer(page))
                        .build(),
                layout("one"));
        BuiltImage second = build(
                "c",
                ImageSpec.on(new ImageBase.Scratch())
                        .addLayer(lower)
                        .addLayer(layer(changed))
                        .build(),
                layout("two"));

        assertThat(second.digest()).isNotEqualTo(first.digest());
        assertThat(second.diffIds().get(0)).isEqualTo(first.diffIds().get(0));
        assertThat(second.diffIds().get(1)).isNotEqualTo(first.diffIds().get(1));
    }

    @Test
    void saysWhoItRunsAsAndWhatItIs() throws IOException {
        ImageSpec spec = spec(page)
                .entrypoint(List.of("/bin/serve", "now"))
                .addLabel("org.opencontainers.image.title", "todo")
                .addEnvironment("MODE", "fast")
                .addPort(8080)
                .build();

        build("c", spec, layout("one"));

        String all = texts(layout("one"));
        assertThat(all).contains("\"User\":\"10001:10001\"", "\"Entrypoint\":[\"/bin/serve\",\"now\"]");
        assertThat(all).contains("\"Env\":[\"MODE=fast\"]", "\"8080/tcp\":{}");
        assertThat(all).contains("\"Labels\":{\"org.opencontainers.image.title\":\"todo\"}");
        assertThat(all).contains("\"annotations\":{\"org.opencontainers.image.title\":\"todo\"}");
    }

    @Test
    void standsOnALayoutWithoutChangingItsLayers() throws IOException {
        BuiltImage base = build("c", spec(page).build(), layout("base"));

        BuiltImage built = build(
                "c",
                ImageSpec.on(new ImageBase.Layout(folder.resolve("base")))
                        .addLayer(layer(page))
                        .build(),
                layout("one"));

        assertThat(built.diffIds()).hasSize(2).startsWith(base.diffIds().get(0));
    }

    @Test
    void refusesALayoutWhoseLayerWasExchanged() throws IOException {
        build("c", spec(page).build(), layout("base"));
        try (Stream<Path> blobs = Files.list(folder.resolve("base/blobs/sha256"))) {
            Path layer = blobs.filter(b -> !text(b).startsWith("{")).findFirst().orElseThrow();
            byte[] content = Files.readAllBytes(layer);
            content[content.length - 1] ^= 1;
            Files.delete(layer);
            Files.write(layer, content);
        }
        ImageSpec spec = ImageSpec.on(new ImageBase.Layout(folder.resolve("base")))
                .addLayer(layer(page))
                .build();

        assertThatThrownBy(() -> build("c", spec, layout("one"))).hasMessageContaining("is not what its name says");
        assertThat(folder.resolve("one")).doesNotExist();
    }

    @Test
    void needsNoNetworkOnceTheBaseIsInTheCache() {
        ImageReference reference = ImageReference.parse("127.0.0.1:1/acme/base:1");
        BuiltImage base = build("c", spec(page).build(), new ImageTarget.Registry(reference));
        ImageSpec spec = ImageSpec.on(new ImageBase.Registry(reference.at(base.digest())))
                .addLayer(layer(page))
                .build();
        BuiltImage online = build("c", spec, layout("one"));
        registry.cutOff = true;

        assertThat(build("c", spec, layout("two"))).isEqualTo(online);
        assertThatThrownBy(() -> build("empty", spec, layout("three")))
                .hasMessageContaining("is not in the cache")
                .hasMessageContaining("nobody answers");
    }

    @Test
    void refusesABaseThatIsNamedByATag() {
        ImageReference reference = ImageReference.parse("127.0.0.1:1/acme/base:1");
        ImageSpec spec = ImageSpec.on(new ImageBase.Registry(reference))
                .addLayer(layer(page))
                .build();

        assertThatThrownBy(() -> build("c", spec, layout("one"))).hasMessageContaining("pin it as");
    }

    @Test
    void buildsForSeveralPlatforms() throws IOException {
        ImageSpec spec =
                spec(page).addPlatform("linux/amd64").addPlatform("linux/arm64").build();

        BuiltImage built = build("c", spec, layout("one"));

        assertThat(built.platforms()).containsExactly("linux/amd64", "linux/arm64");
        assertThat(texts(layout("one"))).contains("\"platform\":{\"architecture\":\"arm64\",\"os\":\"linux\"}");
    }

    @Test
    void leavesNothingWhenItIsCancelled() throws IOException {
        CallContext cancelled = Calls.now().cancelledBy(() -> true);
        JibImageBuilder builder = JibImageBuilder.create(folder.resolve("c"), registry);

        assertThatThrownBy(() -> builder.build(cancelled, spec(page).build(), layout("one"), stage -> {}))
                .hasMessageContaining("cancelled");
        assertThat(folder.resolve("one")).doesNotExist();
        assertThat(folder.resolve("c/builds")).isEmptyDirectory();
    }

    @Test
    void leavesAnExistingFolderAlone() throws IOException {
        Files.createDirectory(folder.resolve("one"));

        assertThatThrownBy(() -> build("c", spec(page).build(), layout("one"))).hasMessageContaining("already there");
        assertThat(folder.resolve("one")).isEmptyDirectory();
    }

    @Test
    void writesATarOnce() throws IOException {
        build("c", spec(page).build(), new ImageTarget.Tar(folder.resolve("a.tar")));
        build("d", spec(page).build(), new ImageTarget.Tar(folder.resolve("b.tar")));

        assertThat(folder.resolve("b.tar")).hasSameBinaryContentAs(folder.resolve("a.tar"));
    }

    private BuiltImage build(String cache, ImageSpec spec, ImageTarget target) {
        return JibImageBuilder.create(folder.resolve(cache), registry).build(Calls.now(), spec, target, stage -> {});
    }

    private static ImageSpecBuilder spec(Path file) {
        return ImageSpec.on(new ImageBase.Scratch()).addLayer(layer(file));
    }

    private static ImageLayer layer(Path file) {
        return new ImageLayer("pages", Map.of("/srv/index.html", file));
    }

    private ImageTarget.Layout layout(String name) {
        return new ImageTarget.Layout(folder.resolve(name));
    }

    private static List<String> bytes(ImageTarget.Layout layout) throws IOException {
        try (Stream<Path> files = Files.walk(layout.folder())) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(f -> layout.folder().relativize(f) + " " + text(f))
                    .toList();
        }
    }

    private static String texts(ImageTarget.Layout layout) throws IOException {
        return String.join("\n", bytes(layout));
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

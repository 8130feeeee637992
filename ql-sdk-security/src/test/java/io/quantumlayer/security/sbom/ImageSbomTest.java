package io.quantumlayer.security.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.security.signing.Calls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSbomTest {
    private static final String METADATA =
            "Metadata-Version: 2.1\nName: Typing_Extensions\nVersion: 4.16.0\n\nName: no\n";

    @TempDir
    Path room;

    private final LayeredImages images = new LayeredImages();

    @Test
    void listsInstalledPythonAndNodePackages() {
        Map<String, String> files = new TreeMap<>();
        files.put("app/site-packages/typing_extensions-4.16.0.dist-info/METADATA", METADATA);
        files.put("app/node_modules/@acme/part/package.json", "{\"name\":\"@acme/part\",\"version\":\"1.2.3\"}");
        files.put("app/node_modules/one/node_modules/two/package.json", "{\"name\":\"two\",\"version\":\"2.0.0\"}");
        files.put("app/node_modules/one/test/package.json", "{\"name\":\"fixture\",\"version\":\"9.9.9\"}");
        files.put("app/package.json", "{\"name\":\"app\",\"version\":\"0.0.1\"}");

        Sbom sbom = of(images.image("1", List.of(LayeredImages.layer(files))));

        assertThat(sbom.components())
                .extracting(Component::purl)
                .containsExactly(
                        "pkg:npm/%40acme/part@1.2.3", "pkg:npm/two@2.0.0", "pkg:pypi/typing-extensions@4.16.0");
        assertThat(sbom.components()).allMatch(Component::required);
        assertThat(sbom.subject().kind()).isEqualTo(SbomSubject.Kind.CONTAINER);
        assertThat(room).isEmptyDirectory();
    }

    @Test
    void leavesOutWhatALaterLayerRemoved() {
        byte[] below = LayeredImages.layer(Map.of(
                "app/a-1.dist-info/METADATA", "Name: a\nVersion: 1\n",
                "app/b-1.dist-info/METADATA", "Name: b\nVersion: 1\n",
                "old/c-1.dist-info/METADATA", "Name: c\nVersion: 1\n"));
        byte[] above = LayeredImages.layer(Map.of("app/.wh.a-1.dist-info", "", "old/.wh..wh..opq", ""));

        assertThat(of(images.image("1", List.of(below, above))).components())
                .extracting(Component::purl)
                .containsExactly("pkg:pypi/b@1");
    }

    @Test
    void namesWhatItDoesNotList() {
        byte[] layer = LayeredImages.layer(Map.of(
                "var/lib/dpkg/status", "Package: libc6\n",
                "x.dist-info/METADATA", "Name: x\n",
                "app/node_modules/y/package.json", "{\"name\":\"y\"}"));

        assertThat(of(images.image("1", List.of(layer))).gaps())
                .anyMatch(gap -> gap.contains("var/lib/dpkg/status"))
                .anyMatch(gap -> gap.contains("x.dist-info/METADATA"))
                .anyMatch(gap -> gap.contains("node_modules/y"));
    }

    @Test
    void readsTheFirstPlatformOfSeveralAndSaysSo() {
        ImageReference one =
                images.image("one", List.of(LayeredImages.layer(Map.of("a.dist-info/METADATA", METADATA))));
        ImageReference two = images.image("two", List.of(LayeredImages.layer(Map.of("x", "y"))));

        Sbom sbom = of(images.index("both", List.of(one, two)));

        assertThat(sbom.components()).hasSize(1);
        assertThat(sbom.gaps()).contains("Only the first of 2 platforms was read.");
    }

    @Test
    void refusesAnImageThatIsNotThereAndLayersThatLeaveTheirFolder() {
        ImageReference hostile = images.image("1", List.of(LayeredImages.layer(Map.of("../../outside", "x"))));

        assertThatThrownBy(() -> of(hostile)).isInstanceOf(QuantumLayerException.class);
        assertThatThrownBy(() -> of(hostile.tagged("none"))).isInstanceOf(QuantumLayerException.class);
        assertThat(room).isEmptyDirectory();
    }

    @Test
    void listsAFolderWhoseDigestFollowsItsContent() throws IOException {
        Path folder = Files.createDirectory(room.resolve("todo"));
        Files.writeString(folder.resolve("requirements.txt"), "flask==3.1.0\n");

        Sbom before = ImageSbom.of(folder);
        assertThat(before.components()).extracting(Component::purl).containsExactly("pkg:pypi/flask@3.1.0");
        assertThat(before.subject().name()).isEqualTo("todo");
        assertThat(ImageSbom.of(folder).toCycloneDx()).isEqualTo(before.toCycloneDx());

        Files.writeString(folder.resolve("main.py"), "print()\n");
        assertThat(ImageSbom.of(folder).subject().digest())
                .isNotEqualTo(before.subject().digest());
    }

    private Sbom of(ImageReference image) {
        CallContext context = Calls.now();
        return ImageSbom.of(context, images, image, room);
    }
}

package io.quantumlayer.registry.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RealRegistryIT {
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";

    private final OciRegistry registry = OciRegistry.create().build();

    @ParameterizedTest
    @EnumSource
    void pushesPullsListsAndRefers(RegistryServer.Kind kind, @TempDir Path folder) {
        try (RegistryServer server = RegistryServer.start(kind, folder)) {
            ImageReference image = ImageReference.parse(server.host() + "/acme/todo:1");
            RegistryDescriptor config = registry.push(Calls.now(), image, CONFIG, bytes("{}"));
            RegistryManifest manifest = manifest(config, "");
            Digest digest = registry.push(Calls.now(), image, manifest);
            assertThat(registry.referrers(Calls.now(), image, digest)).isEmpty();
            RegistryManifest referrer = manifest(
                    config,
                    ",\"artifactType\":\"application/example\",\"annotations\":{\"a\":\"b\"},\"subject\":"
                            + json(manifest.descriptor()));
            registry.push(Calls.now(), image.at(referrer.digest()), referrer);

            assertThat(registry.manifest(Calls.now(), image).map(RegistryManifest::digest))
                    .hasValue(digest);
            assertThat(registry.blob(Calls.now(), image, config)).isEqualTo(bytes("{}"));
            assertThat(registry.tags(Calls.now(), image)).contains("1");
            assertThat(registry.referrers(Calls.now(), image, digest))
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.digest()).isEqualTo(referrer.digest());
                        assertThat(found.artifactType()).isEqualTo(Optional.of("application/example"));
                        assertThat(found.annotations()).containsEntry("a", "b");
                    });
            assertThat(registry.delete(Calls.now(), image.at(referrer.digest())))
                    .isTrue();
            assertThat(registry.manifest(Calls.now(), image.at(referrer.digest())))
                    .isEmpty();
            RegistryManifest other = manifest(
                    config, ",\"artifactType\":\"application/other\",\"subject\":" + json(manifest.descriptor()));
            registry.push(Calls.now(), image.at(other.digest()), other);
            assertThat(registry.referrers(Calls.now(), image, digest))
                    .as("one that was removed does not keep others out")
                    .extracting(RegistryDescriptor::digest)
                    .contains(other.digest());
        }
    }

    private static RegistryManifest manifest(RegistryDescriptor config, String more) {
        String json = "{\"schemaVersion\":2,\"mediaType\":\"" + RegistryManifest.MANIFEST + "\",\"config\":"
                + json(config) + ",\"layers\":[]" + more + "}";
        return new RegistryManifest(RegistryManifest.MANIFEST, bytes(json));
    }

    private static String json(RegistryDescriptor descriptor) {
        return "{\"mediaType\":\"" + descriptor.mediaType() + "\",\"digest\":\"" + descriptor.digest() + "\",\"size\":"
                + descriptor.size() + "}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

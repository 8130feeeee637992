package io.quantumlayer.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every client of a registry promises, on a registry that behaves. */
public abstract class RegistryContract {
    private static final String DATE = "2024-05-06T07:08:09Z";
    private static final int MANY = 60;

    private final KitCalls calls = new KitCalls(KitTime.real());
    private ImageRegistry registry;
    private ImageReference repository;
    private KitImages images;

    @TempDir
    private Path folder;

    /** Only for subclasses. */
    protected RegistryContract() {}

    /**
     * Opens the registry under test.
     *
     * @return the client
     */
    protected abstract ImageRegistry registry();

    /**
     * Names a repository.
     *
     * @return a reference in a repository that is empty and that no other test uses
     */
    protected abstract ImageReference repository();

    /**
     * Declares what the registry can do.
     *
     * @return its traits
     */
    protected abstract Set<RegistryTrait> traits();

    @BeforeEach
    final void open() {
        registry = registry();
        repository = repository();
        images = new KitImages(registry, repository, this::call);
    }

    private CallContext call() {
        return calls.call("registry");
    }

    @Test
    @DisplayName("what was pushed is read by tag and by digest, byte for byte")
    final void keepsManifests() {
        RegistryManifest image = images.tag("1", images.image("one", DATE));
        for (ImageReference reference : List.of(repository.tagged("1"), repository.at(image.digest()))) {
            RegistryManifest read = registry.manifest(call(), reference).orElseThrow();
            assertThat(read.digest()).isEqualTo(image.digest());
            assertThat(read.content()).isEqualTo(image.content());
            assertThat(read.mediaType()).isEqualTo(RegistryManifest.MANIFEST);
        }
    }

    @Test
    @DisplayName("an index keeps its media type, and a tag moves to what was pushed last")
    final void movesTags() {
        RegistryManifest image = images.tag("1", images.image("one", DATE));
        RegistryManifest index = images.tag("1", images.index(image));
        assertThat(registry.manifest(call(), repository.tagged("1")))
                .hasValueSatisfying(m -> assertThat(m.mediaType()).isEqualTo(RegistryManifest.INDEX))
                .hasValueSatisfying(m -> assertThat(m.digest()).isEqualTo(index.digest()));
        assertThat(images.has(image)).isTrue();
    }

    @Test
    @DisplayName("a manifest is not taken under another digest, nor before its blobs")
    final void refusesWrongManifests() {
        RegistryManifest image = images.image("one", DATE);
        ImageReference other = repository.at(Digest.of("another"));
        refused(() -> registry.push(call(), other, image));
        RegistryDescriptor nowhere = RegistryDescriptor.of("application/json", KitImages.bytes("never pushed"));
        RegistryManifest hollow = KitImages.manifest(nowhere, "");
        refused(() -> registry.push(call(), repository.tagged("hollow"), hollow));
        assertThat(registry.manifest(call(), repository.tagged("hollow"))).isEmpty();
    }

    @Test
    @DisplayName("a blob is read as it was pushed, from memory and from a file, and pushing it again is no error")
    final void keepsBlobs() throws IOException {
        RegistryDescriptor small = images.blob("application/json", "{\"a\":1}");
        assertThat(images.blob("application/json", "{\"a\":1}")).isEqualTo(small);
        assertThat(registry.blob(call(), repository, small)).isEqualTo(KitImages.bytes("{\"a\":1}"));
        Path file = Files.writeString(folder.resolve("blob"), "from a file");
        RegistryDescriptor large = RegistryDescriptor.of("application/octet-stream", Files.readAllBytes(file));
        registry.push(call(), repository, large, file);
        registry.pull(call(), repository, large, folder.resolve("copy"));
        assertThat(folder.resolve("copy")).hasContent("from a file");
    }

    @Test
    @DisplayName("content that is not its digest or size is refused on both ways, and leaves no file")
    final void refusesWrongBlobs() throws IOException {
        RegistryDescriptor blob = images.blob("application/json", "{}");
        RegistryDescriptor longer = new RegistryDescriptor(
                blob.mediaType(), blob.digest(), blob.size() + 1, Optional.empty(), blob.annotations());
        refused(() -> registry.blob(call(), repository, longer));
        refused(() -> registry.pull(call(), repository, longer, folder.resolve("copy")));
        assertThat(folder).isEmptyDirectory();
        Path file = Files.writeString(folder.resolve("blob"), "evil");
        RegistryDescriptor good = RegistryDescriptor.of("application/json", KitImages.bytes("good"));
        refused(() -> registry.push(call(), repository, good, file));
        refused(() -> registry.blob(call(), repository, good));
    }

    @Test
    @DisplayName("what is not there is empty, or fails where there is no empty")
    final void missesWhatIsNotThere() {
        assertThat(registry.manifest(call(), repository.tagged("none"))).isEmpty();
        assertThat(registry.manifest(call(), repository.at(Digest.of("none")))).isEmpty();
        assertThat(registry.tags(call(), repository)).isEmpty();
        assertThat(registry.referrers(call(), repository, Digest.of("none"))).isEmpty();
        RegistryDescriptor blob = RegistryDescriptor.of("application/json", KitImages.bytes("none"));
        refused(() -> registry.blob(call(), repository, blob));
    }

    @Test
    @DisplayName("all tags are listed, each one once")
    final void listsTags() {
        RegistryManifest image = images.image("one", DATE);
        List<String> tags = IntStream.range(0, MANY).mapToObj(i -> "v1." + i).toList();
        tags.forEach(tag -> images.tag(tag, image));
        assertThat(registry.tags(call(), repository)).containsExactlyInAnyOrderElementsOf(tags);
    }

    @Test
    @DisplayName("what refers to a manifest is listed with its type and annotations, by the interface or by a tag")
    final void listsReferrers() {
        RegistryManifest image = images.tag("1", images.image("one", DATE));
        RegistryManifest first = images.note("first", image);
        RegistryManifest second = images.note("second", image);
        images.note("of another", images.image("two", DATE));
        List<RegistryDescriptor> found = registry.referrers(call(), repository, image.digest());
        assertThat(found)
                .extracting(RegistryDescriptor::digest)
                .containsExactlyInAnyOrder(first.digest(), second.digest());
        assertThat(found).allSatisfy(r -> {
            assertThat(r.artifactType()).hasValue(KitImages.KIND);
            assertThat(r.annotations()).containsKey("text");
        });
        assertThat(registry.tags(call(), repository)
                        .contains("sha256-" + image.digest().hex()))
                .as("a list under a tag")
                .isEqualTo(!traits().contains(RegistryTrait.REFERRERS));
    }

    @Test
    @DisplayName("a deleted manifest goes with its tags, leaves others alone, and is deleted once; or it is said that"
            + " nothing is deleted, and everything stays")
    final void deletes() {
        RegistryManifest image = images.tag("1", images.image("one", DATE));
        images.tag("latest", image);
        RegistryManifest other = images.tag("2", images.image("two", DATE));
        ImageReference wanted = repository.at(image.digest());
        if (!traits().contains(RegistryTrait.DELETION)) {
            assertThatExceptionOfType(QuantumLayerException.class)
                    .isThrownBy(() -> registry.delete(call(), wanted))
                    .satisfies(e -> assertThat(e.failure().code()).isEqualTo(ImageRegistry.DELETE_UNSUPPORTED));
            assertThat(registry.tags(call(), repository)).containsExactlyInAnyOrder("1", "2", "latest");
            return;
        }
        assertThat(registry.delete(call(), wanted)).isTrue();
        assertThat(images.has(image)).isFalse();
        assertThat(registry.manifest(call(), repository.tagged("latest"))).isEmpty();
        assertThat(registry.tags(call(), repository)).containsExactly("2");
        assertThat(images.has(other)).isTrue();
        assertThat(registry.delete(call(), wanted)).isFalse();
    }

    @Test
    @DisplayName("a call whose deadline has passed fails as a timeout")
    final void endsInTime() {
        CallContext late = calls.call(Duration.ofNanos(-1));
        assertThatExceptionOfType(QuantumLayerException.class)
                .isThrownBy(() -> registry.tags(late, repository))
                .satisfies(e -> assertThat(e.failure().type()).isEqualTo(ErrorType.TIMEOUT));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(QuantumLayerException.class).isThrownBy(call);
    }
}

package io.quantumlayer.registry.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.registry.oci.FakeRegistry.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OciRegistryTest {
    private static final String MANIFEST = "{\"schemaVersion\":2,\"mediaType\":\"" + RegistryManifest.MANIFEST + "\"}";

    private final FakeRegistry server = new FakeRegistry();
    private final ImageReference todo = ImageReference.parse(server.host() + "/acme/todo:1");
    private final OciRegistry anonymous = OciRegistry.create().build();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsAManifestAndItsDigest() {
        server.on("GET /v2/acme/todo/manifests/1", e -> Answer.of(200, MANIFEST));

        assertThat(anonymous.manifest(Calls.now(), todo))
                .hasValueSatisfying(m -> assertThat(m.digest()).isEqualTo(Digest.of(MANIFEST)));
        assertThat(anonymous.manifest(Calls.now(), todo.tagged("2"))).isEmpty();
    }

    @Test
    void refusesAManifestThatIsNotTheDigestAskedFor() {
        Digest asked = Digest.of("another");
        server.on("GET /v2/acme/todo/manifests/" + asked, e -> Answer.of(200, MANIFEST));

        assertThatThrownBy(() -> anonymous.manifest(Calls.now(), todo.at(asked)))
                .hasMessageContaining("and not " + asked);
    }

    @Test
    void refusesABlobThatIsNotItsDigest() {
        RegistryDescriptor blob = RegistryDescriptor.of("x", "good".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        server.on("GET /v2/acme/todo/blobs/" + blob.digest(), e -> Answer.of(200, "evil"));

        assertThatThrownBy(() -> anonymous.blob(Calls.now(), todo, blob)).hasMessageContaining("is not what");
    }

    @Test
    void leavesNoFileOfABlobThatIsNotItsDigest(@TempDir Path folder) {
        RegistryDescriptor blob = RegistryDescriptor.of("x", "good".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        server.on("GET /v2/acme/todo/blobs/" + blob.digest(), e -> Answer.of(200, "evil"));

        assertThatThrownBy(() -> anonymous.pull(Calls.now(), todo, blob, folder.resolve("blob")));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void fetchesATokenOnceForManyRequests() {
        challenge();
        server.on("GET /token", e -> Answer.of(200, "{\"token\":\"t1\",\"expires_in\":300}"));

        anonymous.manifest(Calls.now(), todo);
        anonymous.manifest(Calls.now(), todo);

        assertThat(server.asked.stream().filter(a -> a.startsWith("GET /token")))
                .hasSize(1);
        assertThat(server.asked).last().asString().endsWith("as Bearer t1");
    }

    @Test
    void sendsCredentialsToTheTokenServiceAndNotToTheRegistry() {
        challenge();
        server.on("GET /token", e -> Answer.of(200, "{\"access_token\":\"t2\"}"));
        OciRegistry known = OciRegistry.create()
                .credentials(server.host(), "me", Secret.of("pass"))
                .build();

        known.manifest(Calls.now(), todo);

        assertThat(server.asked)
                .filteredOn(a -> a.contains("Basic bWU6cGFzcw=="))
                .allMatch(a -> a.startsWith("GET /token?scope=repository%3Aacme%2Ftodo%3Apull&service=fake"))
                .hasSize(1);
    }

    @Test
    void answersABasicChallengeWithTheDockerConfiguration(@TempDir Path folder) throws IOException {
        Path config = folder.resolve("config.json");
        Files.writeString(config, "{\"auths\":{\"" + server.host() + "\":{\"auth\":\"bWU6cGFzcw==\"}}}");
        server.on(
                "GET /v2/acme/todo/manifests/1",
                e -> e.getRequestHeaders().containsKey("Authorization")
                        ? Answer.of(200, MANIFEST)
                        : new Answer(401, "{}", Map.of("WWW-Authenticate", "Basic realm=\"x\"")));

        assertThat(OciRegistry.create().dockerConfig(config).build().manifest(Calls.now(), todo))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "401, AUTHENTICATION",
        "403, AUTHORIZATION",
        "429, SERVICE_UNAVAILABLE",
        "503, SERVICE_UNAVAILABLE",
        "400, VALIDATION"
    })
    void saysWhatKindOfFailureAnAnswerIs(int status, ErrorType type) {
        server.on("GET /v2/acme/todo/manifests/1", e -> Answer.of(status, "{\"errors\":[]}"));

        assertThat(failure().type()).isEqualTo(type);
    }

    @Test
    void passesOnTheDelayOfARateLimit() {
        server.on("GET /v2/acme/todo/manifests/1", e -> new Answer(429, "slow down", Map.of("Retry-After", "7")));

        assertThat(failure().retryAfter()).isEqualTo(Optional.of(Duration.ofSeconds(7)));
    }

    @Test
    void listsTagsPageByPage() {
        server.on("GET /v2/acme/todo/tags/list", e -> {
            boolean second = String.valueOf(e.getRequestURI().getQuery()).contains("last=b");
            return second
                    ? Answer.of(200, "{\"tags\":[\"c\"]}")
                    : new Answer(
                            200,
                            "{\"tags\":[\"a\",\"b\"]}",
                            Map.of("Link", "</v2/acme/todo/tags/list?last=b>; rel=\"next\""));
        });

        assertThat(anonymous.tags(Calls.now(), todo)).containsExactly("a", "b", "c");
    }

    @Test
    void followsNoPageToAnotherHost() {
        server.on(
                "GET /v2/acme/todo/tags/list",
                e -> new Answer(200, "{\"tags\":[]}", Map.of("Link", "<http://127.0.0.2:1/x>; rel=\"next\"")));

        assertThatThrownBy(() -> anonymous.tags(Calls.now(), todo)).hasMessageContaining("another host");
    }

    @Test
    void takesNoListOfTagsForWholeThatNeverEnds() {
        server.on("GET /v2/acme/todo/tags/list", e -> {
            Map<String, String> more = Map.of("Link", "</v2/acme/todo/tags/list?last=a>; rel=\"next\"");
            return new Answer(200, "{\"tags\":[\"a\"]}", more);
        });

        assertThatThrownBy(() -> anonymous.tags(Calls.now(), todo)).hasMessageContaining("does not end");
    }

    @Test
    void takesNoListOfTagsForEmptyWhoseSecondPageIsMissing() {
        server.on(
                "GET /v2/acme/todo/tags/list",
                e -> new Answer(200, "{\"tags\":[\"a\"]}", Map.of("Link", "</v2/acme/todo/tags/more>; rel=\"next\"")));

        assertThatThrownBy(() -> anonymous.tags(Calls.now(), todo)).hasMessageContaining("404");
    }

    @Test
    void takesNoListOfReferrersForWholeThatNeverEnds() {
        String list = "/v2/acme/todo/referrers/" + Digest.of(MANIFEST);
        Map<String, String> more = Map.of("Link", "<" + list + ">; rel=\"next\"");
        server.on("GET " + list, e -> new Answer(200, "{\"manifests\":[]}", more));

        assertThatThrownBy(() -> anonymous.referrers(Calls.now(), todo, Digest.of(MANIFEST)))
                .hasMessageContaining("more than");
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 501})
    void saysThatARegistryDoesNotDelete(int status) {
        ImageReference manifest = todo.at(Digest.of(MANIFEST));
        server.on("DELETE /v2/acme/todo/manifests/" + manifest.selector(), e -> Answer.of(status, "{}"));

        assertThatThrownBy(() -> anonymous.delete(Calls.now(), manifest))
                .isInstanceOfSatisfying(QuantumLayerException.class, e -> {
                    assertThat(e.failure().code()).isEqualTo(ImageRegistry.DELETE_UNSUPPORTED);
                    assertThat(e.failure().retryable()).isFalse();
                    assertThat(e.failure().message()).contains(manifest.selector(), "allow deletion");
                });
    }

    @Test
    void speaksHttpToNobodyButLoopbackUnlessAskedTo() {
        ImageReference far = ImageReference.parse("localhost.example.invalid:5000/acme/todo:1");

        assertThatThrownBy(() -> anonymous.manifest(Calls.now(), far))
                .isInstanceOfSatisfying(
                        QuantumLayerException.class,
                        e -> assertThat(e.failure().type()).isIn(ErrorType.NETWORK, ErrorType.TIMEOUT));
        assertThat(server.asked).isEmpty();
    }

    private Failure failure() {
        try {
            anonymous.manifest(Calls.now(), todo);
            throw new AssertionError("it was answered");
        } catch (QuantumLayerException e) {
            return e.failure();
        }
    }

    private void challenge() {
        String realm = "Bearer realm=\"http://" + server.host() + "/token\",service=\"fake\"";
        server.on(
                "GET /v2/acme/todo/manifests/1",
                e -> String.valueOf(e.getRequestHeaders().getFirst("Authorization"))
                                .startsWith("Bearer t")
                        ? Answer.of(200, MANIFEST)
                        : new Answer(401, "{}", Map.of("WWW-Authenticate", realm)));
    }
}

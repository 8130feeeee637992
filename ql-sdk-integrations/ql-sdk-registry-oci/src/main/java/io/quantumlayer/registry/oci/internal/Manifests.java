package io.quantumlayer.registry.oci.internal;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Reads, writes and removes manifests. */
public final class Manifests {
    private static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final String ACCEPTED = String.join(
            ", ",
            RegistryManifest.MANIFEST,
            RegistryManifest.INDEX,
            RegistryManifest.DOCKER_MANIFEST,
            RegistryManifest.DOCKER_LIST);

    private final Requests requests;

    /** Sends through these. */
    public Manifests(Requests requests) {
        this.requests = requests;
    }

    /** Reads a manifest and checks its digest. */
    public Optional<RegistryManifest> read(CallContext context, ImageReference reference) {
        Request request = new Request.Builder()
                .url(requests.url(reference, "/manifests/" + reference.selector()))
                .header("Accept", ACCEPTED)
                .build();
        try (Response answer = requests.send(context, reference, "pull", request)) {
            if (answer.code() == 404) {
                return Optional.empty();
            }
            if (!answer.isSuccessful()) {
                throw Requests.refused(answer);
            }
            byte[] content = Requests.body(answer, MAX_BYTES);
            RegistryManifest manifest = new RegistryManifest(mediaType(answer, content), content);
            checkDigest(reference, answer, manifest.digest());
            return Optional.of(manifest);
        }
    }

    private static String mediaType(Response answer, byte[] content) {
        String said = answer.header("Content-Type", "");
        String named =
                Json.object(content).map(n -> n.path("mediaType").asText()).orElse("");
        return named.isEmpty() ? String.valueOf(said) : named;
    }

    private static void checkDigest(ImageReference reference, Response answer, Digest computed) {
        String said = reference.digest().map(Digest::toString).orElse(answer.header("Docker-Content-Digest"));
        if (said != null && !said.equals(computed.toString())) {
            throw Failures.answer(
                    "The manifest of " + reference + " has the digest " + computed + " and not " + said + ".");
        }
    }

    /** Writes a manifest; says whether the registry itself lists it as a referrer, where it has a subject. */
    public boolean write(CallContext context, ImageReference reference, RegistryManifest manifest) {
        if (reference.digest().isPresent() && !reference.digest().get().equals(manifest.digest())) {
            throw Failures.answer("A manifest is written under its own digest or under a tag.");
        }
        Request request = new Request.Builder()
                .url(requests.url(reference, "/manifests/" + reference.selector()))
                .put(RequestBody.create(manifest.content(), MediaType.parse(manifest.mediaType())))
                .build();
        try (Response answer = requests.send(context, reference, "pull,push", request)) {
            if (!answer.isSuccessful()) {
                throw Requests.refused(answer);
            }
            return answer.header("OCI-Subject") != null;
        }
    }

    /** Removes a manifest; says whether there was one. */
    public boolean delete(CallContext context, ImageReference reference) {
        Request request = new Request.Builder()
                .url(requests.url(reference, "/manifests/" + reference.selector()))
                .delete()
                .build();
        try (Response answer = requests.send(context, reference, "pull,push,delete", request)) {
            if (answer.code() == 404) {
                return false;
            }
            if (answer.code() == 405 || answer.code() == 501) {
                throw Failures.undeletable(answer, reference);
            }
            if (!answer.isSuccessful()) {
                throw Requests.refused(answer);
            }
            return true;
        }
    }
}

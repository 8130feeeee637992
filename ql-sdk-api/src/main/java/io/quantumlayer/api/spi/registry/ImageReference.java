package io.quantumlayer.api.spi.registry;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an image is: registry, repository, and a tag, a digest or both. The digest wins. Equal by value.
 *
 * @param registry host and optional port, as {@code ghcr.io} or {@code 127.0.0.1:5000}
 * @param repository the path, as {@code acme/todo}
 * @param tag the tag; empty if there is only a digest
 * @param digest the digest; empty if the tag decides
 */
public record ImageReference(String registry, String repository, Optional<String> tag, Optional<Digest> digest) {
    private static final int MAX_LENGTH = 512;
    private static final String HUB = "docker.io";
    private static final Pattern REGISTRY =
            Pattern.compile("(\\[[0-9a-fA-F:]+\\]|[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)(:[0-9]{1,5})?");
    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    /**
     * Checks each part.
     *
     * @throws QuantumLayerException of type validation if a part is not well formed, or both tag and digest are missing
     */
    public ImageReference {
        boolean formed = registry.length() + repository.length() <= MAX_LENGTH
                && REGISTRY.matcher(registry).matches()
                && REPOSITORY.matcher(repository).matches()
                && tag.map(t -> TAG.matcher(t).matches()).orElse(true)
                && (tag.isPresent() || digest.isPresent());
        if (!formed) {
            throw refusal(registry + "/" + repository);
        }
    }

    /**
     * Reads a reference; one without a registry is on Docker Hub, one without tag and digest means {@code latest}.
     *
     * @param text as {@code ghcr.io/acme/todo:1.2} or with {@code @sha256:...}
     * @return the reference
     * @throws QuantumLayerException of type validation if the text is not one
     */
    public static ImageReference parse(String text) {
        int at = text.indexOf('@');
        String name = at < 0 ? text : text.substring(0, at);
        int colon = name.lastIndexOf(':');
        boolean tagged = colon > name.lastIndexOf('/');
        String path = tagged ? name.substring(0, colon) : name;
        Optional<String> tag = tagged ? Optional.of(name.substring(colon + 1)) : Optional.empty();
        Optional<Digest> digest = at < 0 ? Optional.empty() : Optional.of(digest(text, text.substring(at + 1)));
        if (tag.isEmpty() && digest.isEmpty()) {
            tag = Optional.of("latest");
        }
        int slash = path.indexOf('/');
        String first = slash < 0 ? "" : path.substring(0, slash);
        if (first.contains(".") || first.contains(":") || first.equals("localhost")) {
            return new ImageReference(first, path.substring(slash + 1), tag, digest);
        }
        return new ImageReference(HUB, slash < 0 ? "library/" + path : path, tag, digest);
    }

    private static Digest digest(String text, String digest) {
        try {
            return Digest.parse(digest);
        } catch (IllegalArgumentException e) {
            throw refusal(text);
        }
    }

    private static QuantumLayerException refusal(String text) {
        String cut = (text.length() > 120 ? text.substring(0, 120) + "..." : text).replaceAll("\\p{Cntrl}", "?");
        return new QuantumLayerException(Failure.of(
                ErrorType.VALIDATION,
                "registry.reference",
                "'" + cut + "' is no image reference; write it like ghcr.io/acme/todo:1.2 or with @sha256:<64 hex>."));
    }

    /**
     * Returns this reference with a digest and without a tag.
     *
     * @param value the digest
     * @return a copy
     */
    public ImageReference at(Digest value) {
        return new ImageReference(registry, repository, Optional.empty(), Optional.of(value));
    }

    /**
     * Returns this reference with a tag and without a digest.
     *
     * @param value the tag
     * @return a copy
     */
    public ImageReference tagged(String value) {
        return new ImageReference(registry, repository, Optional.of(value), Optional.empty());
    }

    /**
     * Returns registry and repository.
     *
     * @return as {@code ghcr.io/acme/todo}
     */
    public String name() {
        return registry + "/" + repository;
    }

    /**
     * Returns what a registry is asked for.
     *
     * @return the digest if there is one, else the tag
     */
    public String selector() {
        return digest.map(Digest::toString).orElseGet(() -> tag.orElse("latest"));
    }

    @Override
    public String toString() {
        return name()
                + tag.map(t -> ":" + t).orElse("")
                + digest.map(d -> "@" + d).orElse("");
    }
}

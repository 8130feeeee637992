package io.quantumlayer.security.sbom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.security.internal.signing.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an image was made: a predicate of SLSA provenance v1.
 *
 * <p>It says what the building process says of itself. A build inside its host's process is on SLSA's build level 1 and
 * no higher, even when it is signed: the host could have changed it.
 */
public final class Provenance {
    private static final String BUILD_TYPE = "https://quantumlayer.io/ql-sdk/image-build/v1";
    private static final String BUILDER = "https://quantumlayer.io/ql-sdk/in-process";

    private final Map<String, Digest> materials = new TreeMap<>();
    private final Map<String, String> parameters = new TreeMap<>();
    private final String invocation;
    private final Instant started;
    private final Instant finished;

    private Provenance(String invocation, Instant started, Instant finished) {
        this.invocation = invocation;
        this.started = started;
        this.finished = finished;
    }

    /**
     * Starts a statement about one build.
     *
     * @param invocation the id of the run
     * @param started when it began
     * @param finished when it ended
     * @return the provenance, to be filled in
     */
    public static Provenance of(String invocation, Instant started, Instant finished) {
        return new Provenance(invocation, started, finished);
    }

    /**
     * Adds what went in.
     *
     * @param uri where it came from, as a package URL
     * @param digest its digest
     * @return this
     */
    public Provenance addMaterial(String uri, Digest digest) {
        materials.put(uri, digest);
        return this;
    }

    /**
     * Adds what the caller asked for; never a secret.
     *
     * @param name the parameter
     * @param value its value
     * @return this
     */
    public Provenance addParameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /**
     * Writes the predicate.
     *
     * @return JSON
     */
    public String toJson() {
        ObjectNode predicate = Json.create();
        ObjectNode definition = predicate.putObject("buildDefinition");
        definition.put("buildType", BUILD_TYPE);
        ObjectNode external = definition.putObject("externalParameters");
        parameters.forEach(external::put);
        definition.putObject("internalParameters").put("slsaBuildLevel", 1);
        ArrayNode resolved = definition.putArray("resolvedDependencies");
        materials.forEach((uri, digest) -> {
            ObjectNode material = resolved.addObject().put("uri", uri);
            material.putObject("digest").put("sha256", digest.hex());
        });
        ObjectNode details = predicate.putObject("runDetails");
        details.putObject("builder").put("id", BUILDER);
        details.putObject("metadata")
                .put("invocationId", invocation)
                .put("startedOn", started.toString())
                .put("finishedOn", finished.toString());
        return new String(Json.bytes(predicate), StandardCharsets.UTF_8);
    }
}

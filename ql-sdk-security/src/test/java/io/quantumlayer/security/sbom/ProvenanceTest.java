package io.quantumlayer.security.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantumlayer.api.evidence.Digest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    private static final Instant STARTED = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant FINISHED = STARTED.plusSeconds(7);

    @Test
    void saysWhatWentInWhoBuiltAndNoMoreThanLevelOne() throws Exception {
        Digest base = Digest.of("base");
        JsonNode predicate = JsonMapper.builder()
                .build()
                .readTree(Provenance.of("run-1", STARTED, FINISHED)
                        .addMaterial("pkg:oci/base", base)
                        .addParameter("source", "app")
                        .toJson());

        assertThat(predicate.at("/buildDefinition/externalParameters/source").asText())
                .isEqualTo("app");
        assertThat(predicate
                        .at("/buildDefinition/internalParameters/slsaBuildLevel")
                        .asInt())
                .isEqualTo(1);
        assertThat(predicate.at("/buildDefinition/resolvedDependencies/0/uri").asText())
                .isEqualTo("pkg:oci/base");
        assertThat(predicate
                        .at("/buildDefinition/resolvedDependencies/0/digest/sha256")
                        .asText())
                .isEqualTo(base.hex());
        assertThat(predicate.at("/runDetails/builder/id").asText()).endsWith("/in-process");
        assertThat(predicate.at("/runDetails/metadata").toString())
                .isEqualTo("{\"invocationId\":\"run-1\",\"startedOn\":\"2030-01-01T00:00:00Z\","
                        + "\"finishedOn\":\"2030-01-01T00:00:07Z\"}");
    }

    @Test
    void writesEqualBytesInWhateverOrderItWasFilled() {
        Provenance one =
                Provenance.of("r", STARTED, FINISHED).addParameter("a", "1").addParameter("b", "2");
        Provenance other =
                Provenance.of("r", STARTED, FINISHED).addParameter("b", "2").addParameter("a", "1");

        assertThat(one.toJson()).isEqualTo(other.toJson());
    }
}

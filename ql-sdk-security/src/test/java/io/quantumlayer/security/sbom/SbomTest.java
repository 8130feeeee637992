package io.quantumlayer.security.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantumlayer.api.evidence.Digest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SbomTest {
    private static final Component MAVEN = new Component("pkg:maven/org.acme/part@1.0", "org.acme:part", "1.0", true);
    private static final Component TOOL = new Component("pkg:npm/tool@2.0.0", "tool", "2.0.0", false);
    private static final Digest DIGEST = Digest.of("image");
    private static final Instant CREATED = Instant.parse("2030-01-01T00:00:00.5Z");

    @Test
    void keepsEachPartOnceAndTheNeededOneOfTwo() {
        Component needed = new Component(TOOL.purl(), "tool", "2.0.0", true);

        assertThat(sbom(List.of(TOOL, MAVEN, needed, TOOL), List.of()).components())
                .containsExactly(MAVEN, needed);
    }

    @Test
    void writesEqualBytesForEqualContentInAnyOrder() {
        Sbom one = sbom(List.of(MAVEN, TOOL), List.of("gap"));
        Sbom other = sbom(List.of(TOOL, MAVEN), List.of("gap"));

        assertThat(one.toCycloneDx()).isEqualTo(other.toCycloneDx());
        assertThat(one.toSpdx(CREATED)).isEqualTo(other.toSpdx(CREATED));
        assertThat(sbom(List.of(MAVEN), List.of("gap")).toCycloneDx()).isNotEqualTo(one.toCycloneDx());
    }

    @Test
    void writesCycloneDxWithSubjectPartsAndGaps() throws IOException {
        JsonNode bom =
                json(sbom(List.of(MAVEN, TOOL), List.of("libc6 is missing")).toCycloneDx());

        assertThat(bom.path("specVersion").asText()).isEqualTo("1.6");
        assertThat(bom.at("/metadata/component/version").asText()).isEqualTo(DIGEST.toString());
        assertThat(bom.at("/metadata/component/type").asText()).isEqualTo("container");
        assertThat(bom.at("/metadata/properties/0/value").asText()).isEqualTo("libc6 is missing");
        assertThat(bom.at("/components/0/group").asText()).isEqualTo("org.acme");
        assertThat(bom.at("/components/0/name").asText()).isEqualTo("part");
        assertThat(bom.at("/components/0/scope").asText()).isEqualTo("required");
        assertThat(bom.at("/components/1/scope").asText()).isEqualTo("excluded");
        assertThat(bom.at("/compositions/0/aggregate").asText()).isEqualTo("incomplete");
    }

    @Test
    void writesSpdxWithRelationsOfBothKinds() throws IOException {
        JsonNode document = json(sbom(List.of(MAVEN, TOOL), List.of()).toSpdx(CREATED));

        assertThat(document.path("spdxVersion").asText()).isEqualTo("SPDX-2.3");
        assertThat(document.at("/creationInfo/created").asText()).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(document.at("/packages/0/primaryPackagePurpose").asText()).isEqualTo("CONTAINER");
        assertThat(document.path("packages")).hasSize(3);
        assertThat(document.path("relationships").findValuesAsText("relationshipType"))
                .containsExactly("DESCRIBES", "DEPENDS_ON", "DEV_DEPENDENCY_OF");
    }

    @Test
    void claimsNoCompletenessWithoutGaps() throws IOException {
        JsonNode bom = json(sbom(List.of(MAVEN), List.of()).toCycloneDx());

        assertThat(bom.at("/compositions/0/aggregate").asText()).isEqualTo("unknown");
    }

    @Test
    void refusesWhatIsNoPackageUrl() {
        assertThatThrownBy(() -> new Component("flask@1", "flask", "1", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("flask@1");
    }

    private static Sbom sbom(List<Component> components, List<String> gaps) {
        SbomSubject subject = new SbomSubject(SbomSubject.Kind.CONTAINER, "127.0.0.1:5000/acme/todo", DIGEST);
        return Sbom.of(subject, components, gaps);
    }

    private static JsonNode json(String text) throws IOException {
        return JsonMapper.builder().build().readTree(text);
    }
}

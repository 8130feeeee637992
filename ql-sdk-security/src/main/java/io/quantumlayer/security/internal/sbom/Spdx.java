package io.quantumlayer.security.internal.sbom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.security.internal.signing.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Writes SPDX 2.3. */
public final class Spdx {
    private static final String SUBJECT = "SPDXRef-subject";
    private static final String NOTHING_SAID = "NOASSERTION";

    private Spdx() {}

    /** What a document lists, and what it cannot list. */
    public record Content(List<Part> parts, List<String> gaps) {}

    /** Writes a bill of materials. */
    public static String write(Head head, Instant created, Content content) {
        List<Part> parts = content.parts();
        List<String> gaps = content.gaps();
        ObjectNode document = Json.create();
        document.put("spdxVersion", "SPDX-2.3");
        document.put("dataLicense", "CC0-1.0");
        document.put("SPDXID", "SPDXRef-DOCUMENT");
        document.put("name", head.name());
        document.put(
                "documentNamespace",
                "https://quantumlayer.io/spdx/" + head.digest().hex() + "/"
                        + Digest.of(parts + "" + gaps).hex());
        ObjectNode creation = document.putObject("creationInfo");
        creation.put("created", created.truncatedTo(ChronoUnit.SECONDS).toString());
        creation.putArray("creators").add("Tool: ql-sdk-security");
        if (!gaps.isEmpty()) {
            creation.put("comment", "Known to be missing: " + String.join(" ", gaps));
        }
        ArrayNode packages = document.putArray("packages");
        ObjectNode subject = bare(SUBJECT, head.name(), head.digest().toString());
        subject.put("primaryPackagePurpose", head.type().toUpperCase(Locale.ROOT));
        subject.putArray("checksums")
                .addObject()
                .put("algorithm", "SHA256")
                .put("checksumValue", head.digest().hex());
        packages.add(subject);
        ArrayNode relations = document.putArray("relationships");
        relate(relations, "SPDXRef-DOCUMENT", "DESCRIBES", SUBJECT);
        for (Part part : parts) {
            String id = "SPDXRef-" + Digest.of(part.purl()).hex().substring(0, 32);
            ObjectNode each = bare(id, part.name(), part.version());
            each.putArray("externalRefs")
                    .addObject()
                    .put("referenceCategory", "PACKAGE-MANAGER")
                    .put("referenceType", "purl")
                    .put("referenceLocator", part.purl());
            packages.add(each);
            if (part.required()) {
                relate(relations, SUBJECT, "DEPENDS_ON", id);
            } else {
                relate(relations, id, "DEV_DEPENDENCY_OF", SUBJECT);
            }
        }
        return new String(Json.bytes(document), StandardCharsets.UTF_8);
    }

    private static ObjectNode bare(String id, String name, String version) {
        ObjectNode bare = Json.create();
        bare.put("SPDXID", id);
        bare.put("name", name);
        bare.put("versionInfo", version);
        bare.put("downloadLocation", NOTHING_SAID);
        bare.put("filesAnalyzed", false);
        return bare;
    }

    private static void relate(ArrayNode relations, String from, String type, String to) {
        relations
                .addObject()
                .put("spdxElementId", from)
                .put("relationshipType", type)
                .put("relatedSpdxElement", to);
    }
}

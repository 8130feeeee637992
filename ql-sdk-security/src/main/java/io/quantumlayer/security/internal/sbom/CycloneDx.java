package io.quantumlayer.security.internal.sbom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.security.internal.signing.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Writes CycloneDX 1.6. */
public final class CycloneDx {
    private static final String SUBJECT = "subject";

    private CycloneDx() {}

    /** Writes a bill of materials. */
    public static String write(Head head, List<Part> parts, List<String> gaps) {
        ObjectNode subject = subject(head);
        ArrayNode components = Json.create().putArray("components");
        parts.forEach(part -> components.add(component(part)));
        byte[] content = (Json.create().set("s", subject) + "" + components + gaps).getBytes(StandardCharsets.UTF_8);
        ObjectNode bom = Json.create();
        bom.put("bomFormat", "CycloneDX");
        bom.put("specVersion", "1.6");
        bom.put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(content));
        bom.put("version", 1);
        ObjectNode metadata = bom.putObject("metadata");
        metadata.putObject("tools")
                .putArray("components")
                .addObject()
                .put("type", "library")
                .put("group", "io.quantumlayer")
                .put("name", "ql-sdk-security");
        metadata.set("component", subject);
        if (!gaps.isEmpty()) {
            ArrayNode properties = metadata.putArray("properties");
            gaps.forEach(gap -> properties.addObject().put("name", "ql-sdk:gap").put("value", gap));
        }
        bom.set("components", components);
        ArrayNode dependencies = bom.putArray("dependencies");
        ArrayNode direct = dependencies.addObject().put("ref", SUBJECT).putArray("dependsOn");
        parts.forEach(part -> direct.add(part.purl()));
        bom.putArray("compositions")
                .addObject()
                .put("aggregate", gaps.isEmpty() ? "unknown" : "incomplete")
                .putArray("assemblies")
                .add(SUBJECT);
        return new String(Json.bytes(bom), StandardCharsets.UTF_8);
    }

    private static ObjectNode subject(Head head) {
        ObjectNode subject = Json.create();
        subject.put("type", head.type());
        subject.put("bom-ref", SUBJECT);
        subject.put("name", head.name());
        subject.put("version", head.digest().toString());
        subject.putArray("hashes")
                .addObject()
                .put("alg", "SHA-256")
                .put("content", head.digest().hex());
        return subject;
    }

    private static ObjectNode component(Part part) {
        ObjectNode component = Json.create();
        component.put("type", "library");
        component.put("bom-ref", part.purl());
        int colon = part.name().indexOf(':');
        if (colon > 0) {
            component.put("group", part.name().substring(0, colon));
        }
        component.put("name", part.name().substring(colon + 1));
        component.put("version", part.version());
        component.put("scope", part.required() ? "required" : "excluded");
        component.put("purl", part.purl());
        return component;
    }
}

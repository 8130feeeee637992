package io.quantumlayer.security.internal.sbom;

import io.quantumlayer.api.evidence.Digest;

/** What a document is about; the type in the words of CycloneDX. */
public record Head(String type, String name, Digest digest) {}

package io.quantumlayer.security.internal.sbom;

/** One part as it is written. */
public record Part(String purl, String name, String version, boolean required) {}

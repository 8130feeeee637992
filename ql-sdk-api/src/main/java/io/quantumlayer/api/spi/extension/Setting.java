package io.quantumlayer.api.spi.extension;

/**
 * One setting an extension understands.
 *
 * @param name its name, such as {@code sandbox}
 * @param description what it does, with its unit
 * @param defaultValue what holds when it is not set; empty if there is none
 * @param secret whether its value is a secret reference
 */
public record Setting(String name, String description, String defaultValue, boolean secret) {}

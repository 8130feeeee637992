package io.quantumlayer.api.spi.process;

/**
 * How commands are confined on this machine.
 *
 * @param available whether a sandbox confines commands
 * @param name its name and version, such as {@code bubblewrap 0.8.0}, or {@code none}
 * @param reason why there is none, or what it confines, in one sentence
 */
public record Sandbox(boolean available, String name, String reason) {}

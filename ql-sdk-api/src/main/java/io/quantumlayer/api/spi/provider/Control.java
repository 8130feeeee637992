package io.quantumlayer.api.spi.provider;

/**
 * One security control of a running release, as seen from outside it.
 *
 * @param name the control, such as {@code no-new-privileges}
 * @param holds whether it was seen to hold
 * @param detail what exactly was seen
 */
public record Control(String name, boolean holds, String detail) {}

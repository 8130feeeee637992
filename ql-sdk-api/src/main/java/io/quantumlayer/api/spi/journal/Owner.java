package io.quantumlayer.api.spi.journal;

/**
 * A host that writes to a journal. Every write carries the fence; a run that was taken over has another one, and the
 * write is refused.
 *
 * @param name the owner: process id, process start time and a random part
 * @param fence the number that grows with every owner of this journal
 */
public record Owner(String name, long fence) {}

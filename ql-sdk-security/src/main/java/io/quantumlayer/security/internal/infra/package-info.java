/**
 * Judges infrastructure files by rules: their metadata and most of their conditions are data in
 * {@code infra-rules.toml}, the rest is code that is known by the rule's id.
 */
@NullMarked
package io.quantumlayer.security.internal.infra;

import org.jspecify.annotations.NullMarked;

/** What scanners saw and what the gate made of it. */
@NullMarked
package io.quantumlayer.api.security;

import org.jspecify.annotations.NullMarked;

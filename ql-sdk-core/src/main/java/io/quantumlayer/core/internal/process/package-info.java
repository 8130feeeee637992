/**
 * Starts local commands so that exactly one runs per folder whatever dies when, finds them again, confines them,
 * and ends all of them. Only {@link LocalLauncher} and {@link SandboxMode} are for other packages.
 */
@NullMarked
package io.quantumlayer.core.internal.process;

import org.jspecify.annotations.NullMarked;

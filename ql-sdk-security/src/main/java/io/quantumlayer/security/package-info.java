/**
 * Scanners that look through a source before anything of it is built or run.
 *
 * <p>{@link io.quantumlayer.security.SourceScannerFactory} gives the scanner {@code source}, for secrets and
 * dangerous files.
 */
@NullMarked
package io.quantumlayer.security;

import org.jspecify.annotations.NullMarked;

/** Reads Dockerfiles, and judges what they say. */
@NullMarked
package io.quantumlayer.security.internal.infra.docker;

import org.jspecify.annotations.NullMarked;

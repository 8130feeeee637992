/** Trivy, run as a process of its own, pinned by digest. */
@NullMarked
package io.quantumlayer.security.internal.trivy;

import org.jspecify.annotations.NullMarked;

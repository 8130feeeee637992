/** Keeps sources and artifacts as file trees under home, found by their digest. */
@NullMarked
package io.quantumlayer.core.internal.artifact;

import org.jspecify.annotations.NullMarked;

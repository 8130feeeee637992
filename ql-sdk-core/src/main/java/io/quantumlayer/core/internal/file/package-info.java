/** The few operations on whole folders that several rooms of core share. */
@NullMarked
package io.quantumlayer.core.internal.file;

import org.jspecify.annotations.NullMarked;
